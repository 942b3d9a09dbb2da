package org.industrialmind.advisor.advice;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.advisor.alarm.AlarmDesk;
import org.industrialmind.advisor.alarm.AssetDirectory;
import org.industrialmind.advisor.database.AdvisorDatabase;
import org.industrialmind.advisor.diagnosis.Diagnosis;
import org.industrialmind.advisor.prognosis.Prognosis;
import org.industrialmind.advisor.prognosis.PrognosisDesk;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An advice desk on PostgreSQL: proposals, what people decided on them and the terms they have set are kept there; advice
 * itself follows from the paths, so a restart works it out again.
 */
public final class PostgresAdviceDesk implements AdviceDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresAdviceDesk.class);
    private static final String SYSTEM = "system";
    private static final int MOST_ROWS = 10_000;

    private final AdvisorDatabase database;
    private final PrognosisDesk prognoses;
    private final AlarmDesk alarms;
    private final AssetDirectory assets;
    private final TermsTable table;
    private final InstantSource clock;
    private final Map<AssetId, Advice> pressing = new ConcurrentHashMap<>();
    private final List<Consumer<AssetId>> listeners = new CopyOnWriteArrayList<>();

    /** Opens the desk and brings its tables up to date. */
    public PostgresAdviceDesk(
            DataSource source,
            PrognosisDesk prognoses,
            AlarmDesk alarms,
            AssetDirectory assets,
            TermsTable table,
            InstantSource clock) {
        this.database = new AdvisorDatabase(source, "advice");
        this.prognoses = prognoses;
        this.alarms = alarms;
        this.assets = assets;
        this.table = table;
        this.clock = clock;
        database.migrate();
    }

    @Override
    public Optional<Advice> of(Asset asset) {
        return prognoses.of(asset).map(prognosis -> Adviser.advise(prognosis, diagnosis(prognosis), terms(asset)));
    }

    private Optional<Diagnosis> diagnosis(Prognosis prognosis) {
        return prognosis.episode().flatMap(alarms::find).map(Alarm::diagnosis);
    }

    @Override
    public List<Advice> pressing() {
        return pressing.values().stream()
                .sorted(Comparator.comparing((Advice advice) -> advice.actBy().orElse(Instant.MAX))
                        .thenComparing(Advice::asset))
                .toList();
    }

    @Override
    public void refresh(Collection<AssetId> changed) {
        for (AssetId id : changed) {
            assets.find(id).flatMap(this::of).ifPresent(this::carry);
        }
    }

    @Override
    public void catchUp() {
        Set<AssetId> concerned = new TreeSet<>(prognoses.onPaths());
        concerned.addAll(pressing.keySet());
        concerned.addAll(database.inTransaction(ProposalRows::waiting));
        refresh(concerned);
    }

    /** Carries new advice on a machine into the list, its proposal and to those who listen. */
    private void carry(Advice advice) {
        if (advice.verdict() == Advice.Verdict.NOTHING) {
            pressing.remove(advice.asset());
        } else {
            pressing.put(advice.asset(), advice);
        }
        boolean proposed = database.inTransaction(connection -> {
            Optional<WorkOrderProposal> next = WorkOrderProposal.of(advice);
            withdraw(connection, advice, next.isEmpty());
            return next.isPresent()
                    && propose(connection, next.get(), advice.reasons().getFirst());
        });
        if (proposed) {
            LOG.info(
                    "event=work_proposed asset={} act_by={} reason=\"{}\"",
                    advice.asset(),
                    advice.actBy().orElseThrow(),
                    advice.reasons().getFirst());
        }
        tell(advice.asset());
    }

    /** Takes back what nobody has decided on and what the advice no longer bears out. */
    private void withdraw(Connection connection, Advice advice, boolean dateless) throws SQLException {
        for (WorkOrderProposal waiting : ProposalRows.lockWaiting(connection, advice.asset())) {
            boolean ended =
                    !Optional.of(waiting.episode()).equals(advice.prognosis().episode());
            if (ended || dateless) {
                String why = ended
                        ? "the episode has ended"
                        : "no date can be given any longer: " + advice.reasons().getFirst();
                move(connection, waiting, ProposalState.WITHDRAWN, SYSTEM, why);
            }
        }
    }

    /** Makes the proposal of an episode, or lets its numbers follow; returns whether it is new or made again. */
    private boolean propose(Connection connection, WorkOrderProposal proposal, String why) throws SQLException {
        boolean made = ProposalRows.insert(connection, proposal);
        boolean again = !made && ProposalRows.revive(connection, proposal.id());
        if (!made) {
            ProposalRows.follow(connection, proposal);
        }
        if (made || again) {
            ProposalState before = again ? ProposalState.WITHDRAWN : ProposalState.PROPOSED;
            ProposalRows.audit(connection, proposal.id(), clock.instant(), SYSTEM, before, ProposalState.PROPOSED, why);
        }
        return made || again;
    }

    private void move(Connection connection, WorkOrderProposal proposal, ProposalState to, String actor, String remark)
            throws SQLException {
        Instant now = clock.instant();
        ProposalRows.decide(connection, proposal.id(), to, actor, now, remark);
        ProposalRows.audit(connection, proposal.id(), now, actor, proposal.state(), to, remark);
    }

    @Override
    public MaintenanceTerms terms(Asset asset) {
        return database.inTransaction(connection -> TermsRows.of(connection, asset.id()))
                .orElseGet(() -> table.of(asset));
    }

    @Override
    public void setTerms(Asset asset, MaintenanceTerms terms, String actor) {
        database.inTransaction(connection -> {
            TermsRows.save(connection, asset.id(), terms, actor);
            return terms;
        });
        refresh(List.of(asset.id()));
    }

    @Override
    public List<WorkOrderProposal> proposals(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + " is not valid: expected 1 to " + MOST_ROWS);
        }
        return database.inTransaction(connection -> ProposalRows.list(connection, Math.min(limit, MOST_ROWS)));
    }

    @Override
    public Optional<WorkOrderProposal> proposal(AssetId asset) {
        return database.inTransaction(connection -> ProposalRows.newest(connection, asset));
    }

    @Override
    public WorkOrderProposal decide(UUID id, boolean accept, String remark, String actor) {
        requireRemark(accept, remark);
        WorkOrderProposal decided = database.inTransaction(connection -> {
            WorkOrderProposal proposal = ProposalRows.lock(connection, id)
                    .orElseThrow(() -> new NoSuchElementException("no proposal has the id " + id));
            if (proposal.state() != ProposalState.PROPOSED) {
                throw new AlreadyDecidedException(proposal);
            }
            move(connection, proposal, accept ? ProposalState.ACCEPTED : ProposalState.DECLINED, actor, remark);
            return ProposalRows.lock(connection, id).orElseThrow();
        });
        tell(decided.asset());
        return decided;
    }

    private static void requireRemark(boolean accept, String remark) {
        if (!accept && remark.isBlank()) {
            throw new IllegalArgumentException("no reason was given: say why the work is not wanted");
        }
        if (remark.length() > LONGEST_REMARK) {
            throw new IllegalArgumentException(
                    "the remark has " + remark.length() + " characters: expected at most " + LONGEST_REMARK);
        }
        if (remark.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new IllegalArgumentException("the remark holds control characters: expected words");
        }
    }

    @Override
    public List<ProposalEntry> history(UUID id) {
        return database.inTransaction(connection -> ProposalRows.history(connection, id));
    }

    @Override
    public void onChange(Consumer<AssetId> listener) {
        listeners.add(listener);
    }

    private void tell(AssetId asset) {
        for (Consumer<AssetId> listener : listeners) {
            try {
                listener.accept(asset);
            } catch (RuntimeException failure) {
                LOG.warn("listener=failed asset={} next=\"the change itself is safe\"", asset, failure);
            }
        }
    }
}
