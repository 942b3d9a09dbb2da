package org.industrialmind.advisor.alarm;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.industrialmind.advisor.database.AdvisorDatabase;
import org.industrialmind.advisor.diagnosis.Diagnoser;
import org.industrialmind.advisor.diagnosis.Diagnosis;
import org.industrialmind.knowledge.graph.GraphUnavailableException;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.learning.decision.FdrState;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Episode;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.ModelRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An alarm desk on PostgreSQL.
 *
 * <p>A batch is one transaction: what is remembered of each machine, its episodes, its alarms, the audit trail and the
 * read positions change together, so a process killed at any point has either taken the whole batch in or none of it,
 * and starts again at {@link #positions()}. A desk that was paused and comes back with a batch that another one has
 * taken in meanwhile finds the positions ahead of it and leaves it alone.
 *
 * <p>Locks are taken in one order: positions by partition, watches by point, fleets by name, what a follower locks, then the
 * desk's lock, which only work that changes an alarm takes. Diagnoses are worked out after the transaction, since they ask
 * another server: an alarm never waits for the graph.
 */
public final class PostgresAlarmDesk implements AlarmDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresAlarmDesk.class);
    private static final int MOST_ROWS = 10_000;
    private static final int DIAGNOSES_AT_ONCE = 50;

    private final AdvisorDatabase database;
    private final AssetDirectory assets;
    private final Diagnoser diagnoser;
    private final PolicySource policies;
    private final AssessmentFollower follower;
    private final AlarmSettings settings;
    private final InstantSource clock;
    private final EpisodeTracker tracker;
    private final List<Consumer<Alarm>> listeners = new CopyOnWriteArrayList<>();
    private volatile Instant graphDownUntil = Instant.MIN;

    /** Opens a desk that takes all assessments as they are, and that nobody follows. */
    public PostgresAlarmDesk(
            DataSource source,
            AssetDirectory assets,
            Diagnoser diagnoser,
            AlarmSettings settings,
            InstantSource clock) {
        this(source, assets, diagnoser, model -> Optional.empty(), AssessmentFollower.NONE, settings, clock);
    }

    /** Opens the desk and brings its tables up to date. */
    public PostgresAlarmDesk(
            DataSource source,
            AssetDirectory assets,
            Diagnoser diagnoser,
            PolicySource policies,
            AssessmentFollower follower,
            AlarmSettings settings,
            InstantSource clock) {
        this.database = new AdvisorDatabase(source, "advisor");
        this.assets = assets;
        this.diagnoser = diagnoser;
        this.policies = policies;
        this.follower = follower;
        this.settings = settings;
        this.clock = clock;
        this.tracker = new EpisodeTracker(settings.rule());
        database.migrate();
    }

    @Override
    public List<Alarm> open(int limit) {
        return database.inTransaction(connection -> AlarmRows.open(connection, rows(limit)));
    }

    @Override
    public List<Alarm> openOf(AssetId asset) {
        return database.inTransaction(connection -> AlarmRows.openOf(connection, asset));
    }

    @Override
    public List<Alarm> recent(int limit) {
        return database.inTransaction(connection -> AlarmRows.recent(connection, rows(limit)));
    }

    @Override
    public Optional<Alarm> find(EpisodeId id) {
        return database.inTransaction(connection -> AlarmRows.find(connection, id));
    }

    @Override
    public List<AuditEntry> history(EpisodeId id) {
        return database.inTransaction(connection -> AuditTrail.of(connection, id));
    }

    @Override
    public List<Episode> episodes(AssetId asset, int limit) {
        return database.inTransaction(connection -> AlarmRows.episodes(connection, asset, rows(limit)));
    }

    @Override
    public Optional<Episode> episode(EpisodeId id) {
        return database.inTransaction(connection -> AlarmRows.episode(connection, id));
    }

    @Override
    public Map<Integer, Long> positions() {
        return database.inTransaction(WatchRows::positions);
    }

    @Override
    public long raisedSince(Instant since) {
        return database.inTransaction(connection -> AuditTrail.callsSince(connection, since));
    }

    @Override
    public AuditVerdict verifyAudit() {
        return database.inTransaction(AuditTrail::verify);
    }

    @Override
    public void onChange(Consumer<Alarm> listener) {
        listeners.add(listener);
    }

    @Override
    public Alarm apply(EpisodeId id, AlarmAction action, String actor) {
        List<Alarm> changed = database.inTransaction(connection -> {
            AlarmBook book = AlarmBook.open(connection, assets, clock.instant());
            book.apply(id, action, actor);
            return book.changed();
        });
        tell(changed);
        return changed.stream()
                .filter(alarm -> alarm.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void expire(Instant now) {
        tell(database.inTransaction(connection -> {
            AlarmBook book = AlarmBook.open(connection, assets, now);
            book.expire();
            return book.changed();
        }));
    }

    @Override
    public Outcome process(AssessmentBatch batch) {
        Taken taken = database.inTransaction(connection -> takeIn(connection, batch));
        tell(taken.alarms());
        if (!taken.alarms().isEmpty() && !clock.instant().isBefore(graphDownUntil)) {
            explain();
        }
        return taken.outcome();
    }

    /** Works out what is due. The batch is safe by now: whatever goes wrong here must not look as if it were not. */
    private void explain() {
        try {
            completeDiagnoses();
        } catch (RuntimeException later) {
            LOG.warn("event=diagnoses_put_off next=\"they stay due\" cause=\"{}\"", later.toString());
        }
    }

    private record Taken(List<Alarm> alarms, Outcome outcome) {}

    /** What was made of a batch: the assessments as they count, and the changes of episodes. */
    private record Followed(List<Assessment> decided, List<EpisodeTracker.Change> changes) {}

    private Taken takeIn(Connection connection, AssessmentBatch batch) throws SQLException {
        Map<Integer, Long> stored =
                WatchRows.lockPositions(connection, batch.nextPositions().keySet());
        boolean news = batch.nextPositions().isEmpty()
                || batch.nextPositions().entrySet().stream()
                        .anyMatch(next -> next.getValue() > stored.getOrDefault(next.getKey(), 0L));
        if (!news) {
            return new Taken(List.of(), new Outcome(batch.assessments(), Set.of()));
        }
        Followed followed = follow(connection, batch.assessments());
        WatchRows.advance(connection, batch.nextPositions());
        Outcome outcome = new Outcome(followed.decided(), follower.follow(connection, followed.decided()));
        if (followed.changes().isEmpty()) {
            return new Taken(List.of(), outcome);
        }
        AlarmBook book = AlarmBook.open(connection, assets, clock.instant());
        book.expire(); // a shelving that is over must not swallow a new alarm
        for (EpisodeTracker.Change change : followed.changes()) {
            book.record(change);
        }
        return new Taken(book.changed(), outcome);
    }

    private Followed follow(Connection connection, List<Assessment> assessments) throws SQLException {
        Map<AlarmPoint, EpisodeWatch> before = WatchRows.lockWatches(connection, AlarmPoint.ofAll(assessments));
        Map<AlarmPoint, EpisodeWatch> after = new LinkedHashMap<>(before);
        Map<String, FdrState> fleets = FleetRows.lock(connection, promised(assessments));
        FleetDecisions decisions = new FleetDecisions(policies, fleets);
        EpisodeNews news = new EpisodeNews();
        Judges judges = new Judges(before.keySet());
        List<Assessment> decided = new ArrayList<>();
        for (Assessment assessment : assessments) {
            Optional<AlarmPoint> judge = AlarmPoint.of(assessment);
            if (judge.isEmpty()) {
                decided.add(assessment); // nobody has judged the window
                continue;
            }
            AlarmPoint point = judge.get();
            judges.forsaken(point, assessment, after, EpisodeWatch::rule)
                    .forEach((other, watch) -> watch.running().ifPresent(running -> {
                        news.add(new EpisodeTracker.Change.Closed(running.closed()));
                        after.put(other, watch.idle(watch.rule().ended()));
                    }));
            EpisodeWatch known = Objects.requireNonNull(after.get(point), "locked with all others of the batch");
            FleetDecisions.Decided last = decisions.next(known, assessment);
            EpisodeTracker.Step step = tracker.next(last.watch(), last.assessment());
            after.put(point, step.watch());
            step.change().ifPresent(news::add);
            decided.add(last.assessment());
        }
        WatchRows.save(
                connection,
                after.entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                        .toList());
        FleetRows.save(connection, fleets, decisions.fleets());
        return new Followed(decided, news.changes());
    }

    /** Returns the names of the models whose policies promise something to the fleet. */
    private SortedSet<String> promised(List<Assessment> assessments) {
        SortedSet<String> names = new TreeSet<>();
        assessments.stream()
                .flatMap(assessment -> switch (assessment) {
                    case Assessment.Normal normal -> Stream.of(normal.model());
                    case Assessment.Abnormal abnormal -> Stream.of(abnormal.model());
                    case Assessment.NotAssessable unseen -> Stream.<ModelRef>empty();
                })
                .distinct()
                .filter(model ->
                        policies.of(model).flatMap(DecisionPolicy::fleet).isPresent())
                .forEach(model -> names.add(model.name()));
        return names;
    }

    @Override
    public int completeDiagnoses() {
        List<AlarmRows.Due> due =
                database.inTransaction(connection -> AlarmRows.dueDiagnoses(connection, DIAGNOSES_AT_ONCE));
        int done = 0;
        for (AlarmRows.Due next : due) {
            if (!complete(next)) {
                break;
            }
            done++;
        }
        return done;
    }

    private boolean complete(AlarmRows.Due due) {
        Alarm alarm = find(due.alarm()).orElseThrow();
        try {
            write(alarm, diagnosis(alarm), due.wanted());
            return true;
        } catch (GraphUnavailableException down) {
            graphDownUntil = clock.instant().plus(settings.graphRetry());
            LOG.warn(
                    "graph=down alarm={} next=\"diagnosis follows when it is back\" reason=\"{}\"",
                    alarm.id(),
                    down.getMessage());
            Diagnosis missing = Diagnosis.unknown(
                    "the plant graph cannot be reached; the cause will be worked out when it is back");
            if (alarm.diagnosis().modes().isEmpty() && !alarm.diagnosis().equals(missing)) {
                write(alarm, missing, 0);
            }
            return false;
        }
    }

    /** What cannot be understood of one machine is said of it, and holds up no other. */
    private Diagnosis diagnosis(Alarm alarm) {
        try {
            return diagnoser.diagnose(alarm.episode());
        } catch (GraphUnavailableException down) {
            throw down;
        } catch (RuntimeException notUnderstood) {
            LOG.error(
                    "event=diagnosis_failed alarm={} asset={} next=\"worked out again when there is more evidence\"",
                    alarm.id(),
                    alarm.asset(),
                    notUnderstood);
            return Diagnosis.unknown("the cause could not be worked out: what the plant graph says of "
                    + alarm.asset() + " cannot be understood (" + notUnderstood.getMessage()
                    + "); correct it there, the log tells more");
        }
    }

    private void write(Alarm alarm, Diagnosis diagnosis, int windows) {
        tell(database.inTransaction(connection -> {
            AlarmBook book = AlarmBook.open(connection, assets, clock.instant());
            book.diagnosed(alarm.id(), diagnosis, windows);
            return book.changed();
        }));
    }

    private void tell(List<Alarm> changed) {
        for (Alarm alarm : changed) {
            for (Consumer<Alarm> listener : listeners) {
                try {
                    listener.accept(alarm);
                } catch (RuntimeException failure) {
                    LOG.warn("listener=failed alarm={} next=\"the change itself is safe\"", alarm.id(), failure);
                }
            }
        }
    }

    private static int rows(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + " is not valid: expected 1 to " + MOST_ROWS);
        }
        return Math.min(limit, MOST_ROWS);
    }
}
