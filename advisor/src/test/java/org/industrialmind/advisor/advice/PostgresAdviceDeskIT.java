package org.industrialmind.advisor.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.industrialmind.advisor.alarm.AlarmSettings;
import org.industrialmind.advisor.alarm.AssessmentBatch;
import org.industrialmind.advisor.alarm.PolicySource;
import org.industrialmind.advisor.alarm.PostgresAlarmDesk;
import org.industrialmind.advisor.diagnosis.Diagnoser;
import org.industrialmind.advisor.prognosis.FleetExperience;
import org.industrialmind.advisor.prognosis.PathFollower;
import org.industrialmind.advisor.prognosis.PostgresPrognosisDesk;
import org.industrialmind.advisor.prognosis.Prognosis;
import org.industrialmind.advisor.prognosis.PrognosisSettings;
import org.industrialmind.knowledge.graph.EquipmentLibrary;
import org.industrialmind.knowledge.graph.InMemoryPlantGraph;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.learning.decision.DecisionSettings;
import org.industrialmind.learning.decision.ScoredWindow;
import org.industrialmind.lifecycle.database.TestDatabase;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.PlantPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From assessments to a proposal that a person decides on, over a real database and through a restart. */
final class PostgresAdviceDeskIT {
    private static final Asset PUMP = new Asset(
            new AssetId("P-101"),
            "Feed water pump A",
            new EquipmentClass("centrifugal-pump"),
            new PlantPath("North", "Utilities", "Feed water"),
            5);
    private static final ModelRef MODEL = new ModelRef("anomaly/centrifugal-pump", 1);
    private static final long STRIDE = Duration.ofSeconds(10).toNanos();
    private static final EpisodeRule RULE = new EpisodeRule(3, 5, 0.6, Duration.ofSeconds(30));
    private static final PrognosisSettings SETTINGS =
            new PrognosisSettings(RULE, Duration.ofMinutes(1), 6, 0.01, Duration.ofDays(365));
    private static final int BATCH = 60; // windows
    private static final int WORN = 180; // windows: half an hour on the way to failure

    private final InMemoryPlantGraph graph = new InMemoryPlantGraph();
    private final List<AssetId> heard = new ArrayList<>();
    private final DataSource source = TestDatabase.empty();
    private PostgresAlarmDesk alarms;
    private PostgresPrognosisDesk prognoses;
    private PostgresAdviceDesk desk;
    private PolicySource policies = model -> Optional.empty();

    @BeforeEach
    void open() {
        graph.load(List.of(PUMP), EquipmentLibrary.standard());
        restart();
    }

    /** Opens all desks anew on the same database. */
    private void restart() {
        InstantSource clock = () -> Instant.parse("2026-11-20T12:00:00Z");
        alarms = new PostgresAlarmDesk(
                source,
                this::find,
                new Diagnoser(graph),
                policies,
                new PathFollower(source, SETTINGS),
                new AlarmSettings(RULE, Duration.ofSeconds(30)),
                clock);
        prognoses = new PostgresPrognosisDesk(source, alarms, FleetExperience.ofSimulatedPlant(), SETTINGS);
        desk = new PostgresAdviceDesk(
                source, prognoses, alarms, this::find, TermsTable.defaults().faster(1440), clock);
        desk.onChange(heard::add);
    }

    private Optional<Asset> find(AssetId id) {
        return id.equals(PUMP.id()) ? Optional.of(PUMP) : Optional.empty();
    }

    /** A bearing whose level rises by 3.5 in 300 windows. */
    private static Assessment wearing(int window) {
        return new Assessment.Abnormal(
                PUMP.id(),
                window * STRIDE,
                MODEL,
                Math.exp(3.5 * window / 300),
                List.of(
                        new Contribution("envelope", 0.4, 12),
                        new Contribution("vibration_de", 0.2, 9),
                        new Contribution("acceleration_hf", 0.2, 9),
                        new Contribution("vibration_nde", 0.1, 7),
                        new Contribution("bearing_temp_de", 0.1, 8)));
    }

    private static Assessment healthy(int window) {
        return new Assessment.Normal(PUMP.id(), window * STRIDE, MODEL, 0.2);
    }

    private void take(int from, int to, IntFunction<Assessment> assessment) {
        for (int first = from; first < to; first += BATCH) {
            List<Assessment> some = new ArrayList<>();
            for (int window = first; window < Math.min(to, first + BATCH); window++) {
                some.add(assessment.apply(window));
            }
            AssessmentBatch batch = new AssessmentBatch(Map.of(0, (long) Math.min(to, first + BATCH)), some);
            desk.refresh(alarms.process(batch).news());
        }
    }

    @Test
    void a_healthy_machine_gets_no_date_and_no_proposal() {
        assertThat(desk.of(PUMP)).isEmpty(); // nothing has been judged yet
        take(1, 200, PostgresAdviceDeskIT::healthy);
        Advice advice = desk.of(PUMP).orElseThrow();
        assertThat(advice.verdict()).isEqualTo(Advice.Verdict.NOTHING);
        assertThat(advice.prognosis().life().noEndInSight()).isTrue();
        assertThat(desk.proposals(10)).isEmpty();
        assertThat(desk.pressing()).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void a_worn_bearing_gets_an_interval_a_date_and_one_proposal_that_follows() {
        take(1, WORN, PostgresAdviceDeskIT::wearing);

        Advice advice = desk.of(PUMP).orElseThrow();
        assertThat(advice.prognosis().outlook()).isEqualTo(Prognosis.Outlook.WEARING);
        assertThat(advice.mode().orElseThrow().id()).isEqualTo("pump.bearing-wear");
        assertThat(advice.prognosis().life().failureMode()).contains("pump.bearing-wear");
        double low = advice.prognosis().life().hours(0.05);
        double high = advice.prognosis().life().hours(0.95);
        double left = (300 - WORN) * 10 / 3600.0; // as its line leads on
        System.out.printf("told %.2f to %.2f h where the line leads on for %.2f h%n", low, high, left);
        assertThat(left).isBetween(low, high);
        assertThat(desk.pressing()).singleElement().extracting(Advice::asset).isEqualTo(PUMP.id());
        WorkOrderProposal proposal = desk.proposals(10).getFirst();
        assertThat(desk.proposals(10)).hasSize(1);
        assertThat(proposal.failureMode()).isEqualTo("Bearing wear");
        assertThat(proposal.actBy()).isEqualTo(advice.actBy().orElseThrow());
        assertThat(desk.history(proposal.id())).hasSize(1);
        assertThat(heard).contains(PUMP.id());
    }

    @Test
    void alarm_and_remaining_life_speak_of_the_same_episode_under_a_policy_that_holds_windows_back() {
        DecisionPolicy promising = promising();
        policies = model -> Optional.of(promising);
        restart();
        take(1, WORN, PostgresAdviceDeskIT::wearing);

        EpisodeId alarm = alarms.open(1).getFirst().id();
        assertThat(alarm)
                .isNotEqualTo(EpisodeId.of(PUMP.id(), MODEL.name(), STRIDE)); // the first windows were held back
        Prognosis prognosis = desk.of(PUMP).orElseThrow().prognosis();
        assertThat(prognosis.episode()).contains(alarm);
        assertThat(prognosis.life().failureMode()).contains("pump.bearing-wear");
    }

    /** Calibrated on three machines whose windows score evenly between 0 and 1; decides minute by minute. */
    private static DecisionPolicy promising() {
        SplittableRandom random = new SplittableRandom(1);
        List<ScoredWindow> normal = new ArrayList<>();
        for (int machine = 1; machine <= 3; machine++) {
            for (int window = 1; window <= 3000; window++) {
                normal.add(new ScoredWindow(
                        new AssetId("P-20" + machine),
                        DecisionPolicy.EVERY_REGIME,
                        window * STRIDE,
                        List.of(random.nextDouble())));
            }
        }
        return DecisionPolicy.calibrate(
                normal,
                DecisionSettings.defaults()
                        .withoutSlowEvidence()
                        .withFalseShare(0.1)
                        .withBlock(Duration.ofMinutes(1)));
    }

    @Test
    void a_restart_goes_on_where_it_was_and_a_replay_changes_nothing() {
        take(1, WORN, PostgresAdviceDeskIT::wearing);
        Advice before = desk.of(PUMP).orElseThrow();
        restart();
        take(1, WORN, PostgresAdviceDeskIT::wearing);
        assertThat(desk.of(PUMP)).contains(before);
        assertThat(alarms.positions()).containsExactly(Map.entry(0, (long) WORN));
        assertThat(prognoses.onPaths()).containsExactly(PUMP.id());
        assertThat(desk.proposals(10)).hasSize(1);
    }

    @Test
    void a_person_accepts_once_and_the_trail_cannot_be_changed() {
        take(1, WORN, PostgresAdviceDeskIT::wearing);
        UUID id = desk.proposals(1).getFirst().id();

        WorkOrderProposal accepted = desk.decide(id, true, "at the stop on Friday", "M. Ortiz");

        assertThat(accepted.state()).isEqualTo(ProposalState.ACCEPTED);
        assertThat(accepted.decidedBy()).contains("M. Ortiz");
        assertThat(desk.history(id)).hasSize(2).last().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("M. Ortiz");
            assertThat(entry.from()).isEqualTo(ProposalState.PROPOSED);
            assertThat(entry.to()).isEqualTo(ProposalState.ACCEPTED);
            assertThat(entry.remark()).isEqualTo("at the stop on Friday");
        });
        assertThatThrownBy(() -> desk.decide(id, false, "too late", "J. Doe"))
                .isInstanceOf(AlreadyDecidedException.class)
                .hasMessageContaining("accepted by M. Ortiz already");
        take(WORN, WORN + 40, PostgresAdviceDeskIT::wearing);
        assertThat(desk.proposal(PUMP.id())).contains(accepted); // what was decided stays as it was decided on
        assertThatThrownBy(() -> TestDatabase.execute(source, "UPDATE advice.audit SET actor = 'nobody'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> TestDatabase.execute(source, "TRUNCATE advice.audit"))
                .hasMessageContaining("append-only");
    }

    @Test
    void declining_needs_a_reason_and_an_unknown_proposal_is_said_to_be() {
        take(1, WORN, PostgresAdviceDeskIT::wearing);
        UUID id = desk.proposals(1).getFirst().id();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.decide(id, false, " ", "M. Ortiz"))
                .withMessageContaining("no reason");
        assertThat(desk.decide(id, false, "the spare runs", "M. Ortiz").state()).isEqualTo(ProposalState.DECLINED);
        assertThatThrownBy(() -> desk.decide(new UUID(0, 0), true, "", "M. Ortiz"))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void an_episode_that_ends_withdraws_what_nobody_decided() {
        take(1, WORN, PostgresAdviceDeskIT::wearing);
        take(WORN, WORN + 20, PostgresAdviceDeskIT::healthy);
        WorkOrderProposal proposal = desk.proposals(1).getFirst();
        assertThat(proposal.state()).isEqualTo(ProposalState.WITHDRAWN);
        assertThat(proposal.decidedBy()).contains("system");
        assertThat(desk.pressing()).isEmpty();
        assertThat(desk.of(PUMP).orElseThrow().actBy()).isEmpty();
    }

    @Test
    void advice_that_loses_its_date_takes_its_proposal_back_until_it_has_one_again() {
        take(1, WORN, PostgresAdviceDeskIT::wearing);
        UUID id = desk.proposals(1).getFirst().id();
        Asset mistaken = new Asset(PUMP.id(), PUMP.name(), new EquipmentClass("agitator"), PUMP.path(), 5);
        graph.load(List.of(mistaken), List.of()); // of which no failure modes are known
        take(WORN, 260, PostgresAdviceDeskIT::wearing); // the 256th window is worth another look
        alarms.completeDiagnoses();
        desk.refresh(List.of(PUMP.id()));

        assertThat(desk.of(PUMP).orElseThrow().actBy()).isEmpty();
        WorkOrderProposal withdrawn = desk.proposals(1).getFirst();
        assertThat(withdrawn.state()).isEqualTo(ProposalState.WITHDRAWN);
        assertThat(withdrawn.remark()).contains("no date can be given any longer");

        graph.load(List.of(PUMP), EquipmentLibrary.standard());
        take(260, 520, PostgresAdviceDeskIT::wearing);
        alarms.completeDiagnoses();
        desk.refresh(List.of(PUMP.id()));

        assertThat(desk.proposals(10)).singleElement().satisfies(again -> {
            assertThat(again.id()).isEqualTo(id);
            assertThat(again.state()).isEqualTo(ProposalState.PROPOSED);
            assertThat(again.actBy())
                    .isEqualTo(desk.of(PUMP).orElseThrow().actBy().orElseThrow());
        });
        assertThat(desk.history(id))
                .extracting(ProposalEntry::to)
                .containsExactly(ProposalState.PROPOSED, ProposalState.WITHDRAWN, ProposalState.PROPOSED);
    }

    @Test
    void news_that_was_missed_is_caught_up_with() {
        take(1, WORN, PostgresAdviceDeskIT::wearing);
        List<Assessment> back = new ArrayList<>();
        for (int window = WORN; window < WORN + 20; window++) {
            back.add(healthy(window));
        }
        alarms.process(new AssessmentBatch(Map.of(0, WORN + 20L), back)); // and then the program dies
        restart();
        assertThat(desk.proposals(1).getFirst().state()).isEqualTo(ProposalState.PROPOSED);

        desk.catchUp();

        assertThat(desk.proposals(1).getFirst().state()).isEqualTo(ProposalState.WITHDRAWN);
    }

    @Test
    void the_path_of_a_model_ends_when_another_judges_the_machine() {
        take(1, WORN, PostgresAdviceDeskIT::wearing);
        take(
                WORN,
                WORN + 20,
                window -> new Assessment.Normal(
                        PUMP.id(), window * STRIDE, new ModelRef("anomaly/centrifugal-pump/P-101", 1), 0.2));
        assertThat(prognoses.onPaths()).isEmpty();
        assertThat(alarms.open(10)).extracting(alarm -> alarm.episode().open()).containsExactly(false);
        assertThat(desk.of(PUMP).orElseThrow().verdict()).isEqualTo(Advice.Verdict.NOTHING);
        assertThat(desk.proposals(1).getFirst().state()).isEqualTo(ProposalState.WITHDRAWN);
    }

    @Test
    void a_model_that_judges_again_after_another_begins_a_path_with_its_new_episode() {
        take(1, WORN, PostgresAdviceDeskIT::wearing);
        EpisodeId first = alarms.open(1).getFirst().id();
        ModelRef own = new ModelRef("anomaly/centrifugal-pump/P-101", 1);
        take( // in one batch
                WORN,
                WORN + 20,
                window ->
                        window == WORN ? new Assessment.Normal(PUMP.id(), window * STRIDE, own, 0.2) : wearing(window));

        EpisodeId second = alarms.open(10).stream()
                .filter(alarm -> alarm.episode().open())
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(second).isNotEqualTo(first);
        assertThat(desk.of(PUMP).orElseThrow().prognosis().episode()).contains(second);
    }

    @Test
    void terms_of_a_machine_are_kept_and_move_its_date() {
        take(1, WORN, PostgresAdviceDeskIT::wearing);
        Instant before = desk.of(PUMP).orElseThrow().actBy().orElseThrow();
        MaintenanceTerms usual = desk.terms(PUMP);
        MaintenanceTerms patient = new MaintenanceTerms(
                usual.failureCost(),
                usual.interventionCost(),
                usual.lostLifePerHour(),
                usual.leadTime().plusMinutes(2),
                usual.review(),
                usual.plannedDowntime(),
                usual.failureDowntime(),
                usual.usualLife());

        desk.setTerms(PUMP, patient, "E. Engineer");
        restart();

        assertThat(desk.terms(PUMP)).isEqualTo(patient);
        assertThat(desk.of(PUMP).orElseThrow().actBy()).contains(before.minusSeconds(120));
    }
}
