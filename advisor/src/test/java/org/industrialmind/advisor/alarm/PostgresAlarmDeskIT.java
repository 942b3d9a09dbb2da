package org.industrialmind.advisor.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.industrialmind.advisor.database.AdvisorDatabase;
import org.industrialmind.advisor.database.DeskUnavailableException;
import org.industrialmind.advisor.diagnosis.Diagnoser;
import org.industrialmind.advisor.diagnosis.RankedMode;
import org.industrialmind.knowledge.graph.EquipmentLibrary;
import org.industrialmind.knowledge.graph.InMemoryPlantGraph;
import org.industrialmind.knowledge.graph.PlantGraph;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.lifecycle.database.TestDatabase;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.signal.Suspect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

final class PostgresAlarmDeskIT {
    private static final Asset PUMP = new Asset(
            new AssetId("P-101"),
            "Feed water pump A",
            new EquipmentClass("centrifugal-pump"),
            new PlantPath("North", "Utilities", "Feed water"),
            5);
    private static final ModelRef MODEL = new ModelRef("anomaly/centrifugal-pump", 1);
    private static final long STRIDE = Duration.ofSeconds(10).toNanos();
    private static final AlarmSettings SETTINGS =
            new AlarmSettings(new EpisodeRule(3, 5, 0.6, Duration.ofSeconds(30)), Duration.ofSeconds(30));
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final InMemoryPlantGraph graph = new InMemoryPlantGraph();
    private final List<Alarm> heard = Collections.synchronizedList(new ArrayList<>());
    private DataSource source = TestDatabase.empty();
    private Instant now = START;
    private PostgresAlarmDesk desk;

    @BeforeEach
    void open() {
        graph.load(List.of(PUMP), EquipmentLibrary.standard());
        desk = desk(source);
        desk.onChange(heard::add);
    }

    private PostgresAlarmDesk desk(DataSource database) {
        return desk(database, model -> Optional.empty());
    }

    private PostgresAlarmDesk desk(DataSource database, PolicySource policies) {
        InstantSource clock = () -> now;
        return new PostgresAlarmDesk(
                database,
                id -> id.equals(PUMP.id()) ? Optional.of(PUMP) : Optional.empty(),
                new Diagnoser(graph),
                policies,
                AssessmentFollower.NONE,
                SETTINGS,
                clock);
    }

    private static Assessment abnormal(AssetId asset, int window, double score) {
        return new Assessment.Abnormal(
                asset,
                window * STRIDE,
                MODEL,
                score,
                List.of(
                        new Contribution("envelope", 0.5, 12),
                        new Contribution("bearing_temp_de", 0.3, 8),
                        new Contribution("vibration_de", 0.1, 7),
                        new Contribution("acceleration_hf", 0.1, 7)));
    }

    private static Assessment abnormal(int window) {
        return abnormal(PUMP.id(), window, 1.5);
    }

    private static Assessment normal(int window) {
        return new Assessment.Normal(PUMP.id(), window * STRIDE, MODEL, 0.1);
    }

    private static AssessmentBatch batch(long next, Assessment... assessments) {
        return new AssessmentBatch(Map.of(0, next), List.of(assessments));
    }

    /** Opens an episode with windows 1 to 3 and returns its alarm. */
    private Alarm raised() {
        desk.process(batch(3, abnormal(1), abnormal(2), abnormal(3)));
        return desk.open(10).getFirst();
    }

    private Alarm cleared(int from) {
        Alarm open = desk.open(10).getFirst();
        desk.process(batch(from + 4L, normal(from), normal(from + 1), normal(from + 2), normal(from + 3)));
        return desk.find(open.id()).orElseThrow();
    }

    private List<String> actions(EpisodeId id) {
        return desk.history(id).stream().map(AuditEntry::action).toList();
    }

    @Test
    void an_episode_becomes_one_explained_alarm() {
        Alarm alarm = raised();

        assertThat(desk.open(10)).hasSize(1);
        assertThat(alarm.id()).isEqualTo(EpisodeId.of(PUMP.id(), MODEL.name(), STRIDE));
        assertThat(alarm.state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(alarm.priority()).isEqualTo(AlarmPriority.MEDIUM);
        assertThat(alarm.raised()).isEqualTo(Instant.ofEpochSecond(30));
        assertThat(alarm.diagnosis().leading()).map(RankedMode::id).contains("pump.bearing-wear");
        assertThat(alarm.message())
                .isEqualTo("P-101 Feed water pump A behaves abnormally: envelope, bearing temperature (drive end) and"
                        + " acceleration (high frequency) rise; fits bearing wear");
        assertThat(alarm.allowed())
                .containsExactlyInAnyOrder(
                        AlarmEvent.ACKNOWLEDGE, AlarmEvent.SHELVE, AlarmEvent.SUPPRESS, AlarmEvent.OUT_OF_SERVICE);
        assertThat(desk.positions()).isEqualTo(Map.of(0, 3L));
        assertThat(desk.episodes(PUMP.id(), 10)).containsExactly(alarm.episode());
        assertThat(desk.episode(alarm.id())).contains(alarm.episode());
        assertThat(heard.getLast()).isEqualTo(alarm);
        assertThat(desk.raisedSince(START)).isEqualTo(1);
        assertThat(desk.raisedSince(START.plusSeconds(1))).isZero();
    }

    @Test
    void acknowledged_and_back_to_normal_it_is_over() {
        Alarm alarm = raised();
        now = now.plusSeconds(60);

        Alarm seen = desk.apply(alarm.id(), new AlarmAction.Acknowledge("going to look"), "ana");
        assertThat(seen.state()).isEqualTo(AlarmState.ACKNOWLEDGED);
        assertThat(seen.acknowledgedBy()).contains("ana");
        assertThat(seen.changed()).isEqualTo(now);

        assertThat(cleared(4).state()).isEqualTo(AlarmState.NORMAL);
        assertThat(desk.open(10)).isEmpty();
        assertThat(desk.recent(10)).hasSize(1);
        assertThat(desk.episodes(PUMP.id(), 10).getFirst().open()).isFalse();
        assertThat(actions(alarm.id())).containsExactly("raise", "acknowledge", "clear");
        AuditEntry entry = desk.history(alarm.id()).get(1);
        assertThat(entry)
                .isEqualTo(new AuditEntry(
                        2,
                        now,
                        "ana",
                        "acknowledge",
                        AlarmState.UNACKNOWLEDGED,
                        AlarmState.ACKNOWLEDGED,
                        "going to look"));
    }

    @Test
    void back_to_normal_unseen_it_waits_to_be_acknowledged() {
        raised();

        Alarm returned = cleared(4);
        assertThat(returned.state()).isEqualTo(AlarmState.RETURNED);

        assertThat(desk.apply(returned.id(), new AlarmAction.Acknowledge(""), "ana")
                        .state())
                .isEqualTo(AlarmState.NORMAL);
    }

    @Test
    void refuses_what_the_state_does_not_allow_and_leaves_no_trace() {
        Alarm alarm = raised();
        desk.apply(alarm.id(), new AlarmAction.Acknowledge(""), "ana");
        heard.clear();

        assertThatThrownBy(() -> desk.apply(alarm.id(), new AlarmAction.Acknowledge("again"), "ben"))
                .isInstanceOf(IllegalTransitionException.class)
                .hasMessageContaining("acknowledged");
        assertThatThrownBy(() -> desk.apply(alarm.id(), new AlarmAction.Unsuppress(), "ben"))
                .isInstanceOf(IllegalTransitionException.class);

        assertThat(desk.find(alarm.id()).orElseThrow().acknowledgedBy()).contains("ana");
        assertThat(actions(alarm.id())).containsExactly("raise", "acknowledge");
        assertThat(heard).isEmpty();
    }

    @Test
    void says_so_when_there_is_no_such_alarm() {
        EpisodeId nobody = EpisodeId.of(PUMP.id(), "anomaly/none", 1);

        assertThatThrownBy(() -> desk.apply(nobody, new AlarmAction.Acknowledge(""), "ana"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining(nobody.toString());
        assertThat(desk.find(nobody)).isEmpty();
        assertThatThrownBy(() -> desk.open(0)).hasMessageContaining("limit 0");
    }

    @Test
    void shelving_ends_by_itself_and_the_alarm_calls_again() {
        Alarm alarm = raised();
        desk.apply(alarm.id(), new AlarmAction.Acknowledge(""), "ana");
        Alarm shelved = desk.apply(alarm.id(), new AlarmAction.Shelve(Duration.ofHours(1), "seal on order"), "ana");
        assertThat(shelved.state()).isEqualTo(AlarmState.SHELVED);
        assertThat(shelved.shelving()).contains(new Shelving(now.plus(Duration.ofHours(1)), "seal on order", "ana"));

        now = now.plus(Duration.ofMinutes(59));
        desk.expire(now);
        assertThat(desk.find(alarm.id()).orElseThrow().state()).isEqualTo(AlarmState.SHELVED);

        now = now.plus(Duration.ofMinutes(1));
        desk.expire(now);
        Alarm back = desk.find(alarm.id()).orElseThrow();
        assertThat(back.state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(back.shelving()).isEmpty();
        assertThat(back.acknowledgedBy()).isEmpty();
        assertThat(heard.getLast()).isEqualTo(back);
    }

    @Test
    void a_shelved_alarm_that_ends_is_over_when_its_shelving_is() {
        Alarm alarm = raised();
        desk.apply(alarm.id(), new AlarmAction.Shelve(Duration.ofHours(1), "known"), "ana");

        assertThat(cleared(4).state()).isEqualTo(AlarmState.SHELVED);
        assertThat(desk.apply(alarm.id(), new AlarmAction.Unshelve(), "ana").state())
                .isEqualTo(AlarmState.NORMAL);
    }

    @Test
    void a_new_episode_of_a_silenced_point_is_born_silenced_and_takes_the_place_of_the_last() {
        Alarm first = raised();
        desk.apply(first.id(), new AlarmAction.TakeOutOfService("overhaul"), "eva");
        cleared(4);
        long calls = desk.raisedSince(START);

        desk.process(batch(20, abnormal(10), abnormal(11), abnormal(12)));

        Alarm second = desk.open(10).getFirst();
        assertThat(desk.open(10)).hasSize(1);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.state()).isEqualTo(AlarmState.OUT_OF_SERVICE);
        assertThat(desk.find(first.id()).orElseThrow().state()).isEqualTo(AlarmState.NORMAL);
        assertThat(desk.raisedSince(START)).isEqualTo(calls);

        assertThat(desk.apply(second.id(), new AlarmAction.ReturnToService(), "eva")
                        .state())
                .isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(desk.raisedSince(START)).isEqualTo(calls + 1);
    }

    @Test
    void a_shelving_that_is_over_swallows_no_new_alarm_even_if_nobody_ended_it() {
        Alarm first = raised();
        desk.apply(first.id(), new AlarmAction.Shelve(Duration.ofMinutes(5), "known"), "ana");
        cleared(4);
        now = now.plus(Duration.ofMinutes(6));

        desk.process(batch(20, abnormal(10), abnormal(11), abnormal(12)));

        assertThat(desk.open(10)).extracting(Alarm::state).containsExactly(AlarmState.UNACKNOWLEDGED);
    }

    @Test
    void suppression_ends_when_it_is_lifted() {
        Alarm alarm = raised();

        Alarm suppressed = desk.apply(alarm.id(), new AlarmAction.Suppress("cleaning in place"), "eva");
        assertThat(suppressed.state()).isEqualTo(AlarmState.SUPPRESSED);
        assertThat(suppressed.shelving()).isEmpty();
        desk.expire(now.plus(Duration.ofDays(30)));

        assertThat(desk.apply(alarm.id(), new AlarmAction.Unsuppress(), "eva").state())
                .isEqualTo(AlarmState.UNACKNOWLEDGED);
    }

    @Test
    void an_acknowledged_alarm_calls_again_when_its_priority_rises_and_never_sinks() {
        Alarm alarm = raised();
        desk.apply(alarm.id(), new AlarmAction.Acknowledge(""), "ana");

        desk.process(batch(4, abnormal(PUMP.id(), 4, 2.5)));
        Alarm louder = desk.find(alarm.id()).orElseThrow();
        assertThat(louder.priority()).isEqualTo(AlarmPriority.HIGH);
        assertThat(louder.state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(louder.acknowledgedBy()).isEmpty();

        desk.process(batch(5, abnormal(PUMP.id(), 5, 1.1)));
        assertThat(desk.find(alarm.id()).orElseThrow().priority()).isEqualTo(AlarmPriority.HIGH);
        assertThat(actions(alarm.id())).containsExactly("raise", "acknowledge", "re-alarm");
    }

    @Test
    void the_most_urgent_alarm_stands_first() {
        raised();
        AssetId unknown = new AssetId("X-7");
        desk.process(batch(9, abnormal(unknown, 11, 1.5), abnormal(unknown, 12, 1.5), abnormal(unknown, 13, 1.5)));

        assertThat(desk.open(10)).extracting(Alarm::asset).containsExactly(PUMP.id(), unknown);
        assertThat(desk.recent(10)).extracting(Alarm::asset).containsExactly(unknown, PUMP.id());
        Alarm stranger = desk.open(10).getLast();
        assertThat(stranger.message()).startsWith("X-7 behaves abnormally: envelope");
        assertThat(stranger.diagnosis().missing().getFirst()).contains("does not know X-7");
    }

    @Test
    void an_alarm_rises_without_the_graph_and_is_explained_when_it_is_back() {
        graph.unplug();

        Alarm alarm = raised();
        assertThat(alarm.state()).isEqualTo(AlarmState.UNACKNOWLEDGED);
        assertThat(alarm.diagnosis().modes()).isEmpty();
        assertThat(alarm.diagnosis().missing().getFirst()).contains("plant graph cannot be reached");
        assertThat(desk.completeDiagnoses()).isZero();

        graph.plugIn();
        assertThat(desk.completeDiagnoses()).isEqualTo(1);
        assertThat(desk.find(alarm.id()).orElseThrow().message()).endsWith("fits bearing wear");
        assertThat(desk.completeDiagnoses()).isZero();
    }

    @Test
    void a_machine_that_the_graph_describes_wrongly_holds_up_no_other() {
        AssetId odd = new AssetId("X-7");
        PlantGraph wrong = (PlantGraph) Proxy.newProxyInstance(
                PlantGraph.class.getClassLoader(), new Class<?>[] {PlantGraph.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0].equals(odd)) {
                        throw new IllegalArgumentException("criticality 9 is not valid: expected 1 to 5");
                    }
                    return method.invoke(graph, arguments);
                });
        PostgresAlarmDesk unsure = new PostgresAlarmDesk(
                source,
                id -> id.equals(PUMP.id()) ? Optional.of(PUMP) : Optional.empty(),
                new Diagnoser(wrong),
                SETTINGS,
                () -> now);
        unsure.process(batch(
                9,
                abnormal(1),
                abnormal(2),
                abnormal(3),
                abnormal(odd, 11, 1.5),
                abnormal(odd, 12, 1.5),
                abnormal(odd, 13, 1.5)));

        assertThat(unsure.open(10).getFirst().message()).endsWith("fits bearing wear");
        assertThat(unsure.open(10).getLast().diagnosis().missing().getFirst())
                .contains("cannot be understood", "X-7", "criticality 9");
        assertThat(unsure.completeDiagnoses()).isZero();
    }

    @Test
    void an_episode_ends_when_another_model_judges_the_machine_and_what_was_silenced_stays_silenced() {
        Alarm first = raised();
        desk.apply(first.id(), new AlarmAction.TakeOutOfService("overhaul"), "eva");
        ModelRef own = new ModelRef("anomaly/centrifugal-pump/P-101", 1);
        List<Assessment> judged = new ArrayList<>();
        for (int window = 4; window < 8; window++) {
            judged.add(new Assessment.Abnormal(PUMP.id(), window * STRIDE, own, 1.5, List.of()));
        }

        desk.process(new AssessmentBatch(Map.of(0, 8L), judged));

        assertThat(desk.find(first.id()).orElseThrow().episode().open()).isFalse();
        Alarm second = desk.open(10).getFirst();
        assertThat(desk.open(10)).hasSize(1);
        assertThat(second.episode().model()).isEqualTo(own);
        assertThat(second.state()).isEqualTo(AlarmState.OUT_OF_SERVICE);
        assertThat(desk.apply(second.id(), new AlarmAction.ReturnToService(), "eva")
                        .state())
                .isEqualTo(AlarmState.UNACKNOWLEDGED);
    }

    @Test
    void of_the_silences_of_several_models_the_one_without_an_end_stays() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement older = connection.createStatement()) {
            older.execute("ALTER TABLE advisor.silence RENAME COLUMN purpose TO model_name");
            older.execute("INSERT INTO advisor.silence VALUES"
                    + " ('P-101', 'anomaly/centrifugal-pump', 'SHELVED', '2100-01-01', 'known', 'eva'),"
                    + " ('P-101', 'anomaly/centrifugal-pump/P-101', 'OUT_OF_SERVICE', NULL, 'overhaul', 'max')");
            older.execute("DELETE FROM advisor.flyway_schema_history WHERE version IN ('5.1', '6', '7')");
        }

        PostgresAlarmDesk newer = desk(source);
        newer.process(batch(3, abnormal(1), abnormal(2), abnormal(3)));

        assertThat(newer.open(10)).singleElement().extracting(Alarm::state).isEqualTo(AlarmState.OUT_OF_SERVICE);
    }

    @Test
    void a_database_that_has_silences_by_purpose_already_goes_on() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement older = connection.createStatement()) {
            older.execute("ALTER TABLE advisor.silence RENAME COLUMN purpose TO model_name");
            older.execute("INSERT INTO advisor.silence VALUES"
                    + " ('P-101', 'anomaly', 'OUT_OF_SERVICE', NULL, 'overhaul', 'max')");
            older.execute("DELETE FROM advisor.flyway_schema_history WHERE version IN ('5.1', '7')");
        }

        PostgresAlarmDesk newer = desk(source);
        newer.process(batch(3, abnormal(1), abnormal(2), abnormal(3)));

        assertThat(newer.open(10)).singleElement().extracting(Alarm::state).isEqualTo(AlarmState.OUT_OF_SERVICE);
    }

    @Test
    void the_diagnosis_is_worked_out_again_when_the_evidence_has_doubled() {
        Alarm alarm = raised();
        assertThat(alarm.diagnosis().leading()).map(RankedMode::id).contains("pump.bearing-wear");
        Assessment[] leaking = new Assessment[29];
        for (int i = 0; i < leaking.length; i++) {
            leaking[i] = new Assessment.Abnormal(
                    PUMP.id(),
                    (4 + i) * STRIDE,
                    MODEL,
                    1.8,
                    List.of(new Contribution("seal_temp", 0.5, 9), new Contribution("seal_pot_level", 0.5, -9)));
        }

        desk.process(batch(40, leaking));
        desk.completeDiagnoses();

        assertThat(desk.find(alarm.id()).orElseThrow().diagnosis().sensors()).contains("seal_temp", "seal_pot_level");
    }

    private static Assessment misread(int window, Suspect suspect) {
        return new Assessment.Abnormal(
                PUMP.id(), window * STRIDE, MODEL, 9, List.of(new Contribution("flow", 1, 20)), suspect);
    }

    @Test
    void a_suspect_sensor_is_told_as_such_until_a_window_speaks_against_the_machine() {
        desk.process(batch(3, misread(1, Suspect.SENSOR), misread(2, Suspect.SENSOR), misread(3, Suspect.SENSOR)));
        Alarm alarm = desk.open(10).getFirst();

        assertThat(alarm.message())
                .isEqualTo("P-101 Feed water pump A: what flow reads does not fit the machine; check the sensor");
        assertThat(alarm.diagnosis().leading()).map(RankedMode::id).contains("instrument.flow");
        assertThat(alarm.priority()).isEqualTo(AlarmPriority.of(PUMP.criticality(), 0));

        desk.process(batch(4, misread(4, Suspect.MACHINE)));

        Alarm later = desk.find(alarm.id()).orElseThrow();
        assertThat(later.episode().suspect()).isEqualTo(Suspect.MACHINE);
        assertThat(later.message()).startsWith("P-101 Feed water pump A behaves abnormally: flow rises");
        assertThat(later.priority()).isEqualTo(AlarmPriority.of(PUMP.criticality(), 9));
    }

    @Test
    void an_episode_that_was_open_before_there_were_suspects_goes_on() throws SQLException {
        Alarm alarm = raised();
        try (Connection connection = source.getConnection();
                Statement older = connection.createStatement()) {
            older.execute("UPDATE advisor.watch SET state = state #- '{running,suspect}' #- '{running,counted}' #-"
                    + " '{policy}'");
            older.execute("ALTER TABLE advisor.episode DROP COLUMN suspect");
            older.execute("DROP TABLE advisor.fleet");
            older.execute("ALTER TABLE advisor.silence RENAME COLUMN purpose TO model_name");
            older.execute("DELETE FROM advisor.flyway_schema_history WHERE version <> '1'");
        }

        PostgresAlarmDesk newer = desk(source);
        newer.process(batch(4, misread(4, Suspect.SENSOR)));

        assertThat(newer.find(alarm.id()).orElseThrow().episode().suspect()).isEqualTo(Suspect.SENSOR);
    }

    @Test
    void what_a_policy_remembered_in_another_shape_begins_anew() throws SQLException {
        DecisionPolicy promising = Policies.promising();
        desk(source, model -> Optional.of(promising)).process(batch(2, normal(1), normal(2)));
        try (Connection connection = source.getConnection();
                Statement older = connection.createStatement()) {
            older.execute("UPDATE advisor.watch SET state = jsonb_set(state, '{policy,state}', '{\"blockIndex\": 7}')");
            older.execute("UPDATE advisor.fleet SET state = '{\"clock\": 1, \"rewards\": [], \"pending\": []}'");
            older.execute("ALTER TABLE advisor.silence RENAME COLUMN purpose TO model_name");
            older.execute("DELETE FROM advisor.flyway_schema_history WHERE version IN ('5', '5.1', '6', '7')");
        }

        desk(source, model -> Optional.of(promising)).process(batch(4, normal(3), normal(7)));

        assertThat(TestDatabase.text(source, "SELECT state FROM advisor.watch")).contains("\"margin\": 0.0");
        assertThat(TestDatabase.text(source, "SELECT state FROM advisor.fleet")).contains("\"decisions\": 1");
    }

    @Test
    void taking_the_same_batch_in_again_changes_nothing() throws SQLException {
        Alarm alarm = raised();
        heard.clear();

        desk.process(batch(3, abnormal(1), abnormal(2), abnormal(3)));
        desk.process(batch(2, abnormal(1), abnormal(2)));
        // even if the positions were lost, what has been judged stays judged
        desk.process(new AssessmentBatch(Map.of(7, 3L), List.of(abnormal(1), abnormal(2), abnormal(3))));

        assertThat(desk.recent(10)).containsExactly(alarm);
        assertThat(heard).isEmpty();
        assertThat(TestDatabase.number(source, "SELECT count(*) FROM advisor.audit"))
                .isEqualTo(1);
        assertThat(desk.positions()).containsEntry(0, 3L);
    }

    @Test
    void a_batch_from_before_is_left_alone() {
        desk.process(batch(100, abnormal(1)));

        desk.process(batch(50, abnormal(2), abnormal(3)));

        assertThat(desk.open(10)).isEmpty();
        assertThat(desk.positions()).isEqualTo(Map.of(0, 100L));
    }

    @Test
    void a_restart_goes_on_where_the_last_desk_stopped() {
        desk.process(batch(2, abnormal(1), abnormal(2)));
        assertThat(desk.open(10)).isEmpty();

        PostgresAlarmDesk next = desk(source);
        assertThat(next.positions()).isEqualTo(Map.of(0, 2L));
        next.process(batch(3, abnormal(3)));

        assertThat(next.open(10)).hasSize(1);
        assertThat(next.open(10).getFirst().episode().onsetNanos()).isEqualTo(STRIDE);
    }

    @ParameterizedTest(name = "killed before statement {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void killed_between_any_two_statements_a_batch_is_taken_in_wholly_or_not_at_all(int statement) {
        AssessmentBatch batch = batch(3, abnormal(1), abnormal(2), abnormal(3));
        PostgresAlarmDesk fragile = desk(new FailingDataSource(source, statement));
        try {
            fragile.process(batch);
        } catch (DeskUnavailableException killed) {
            assertThat(killed).hasMessageContaining("try again when it is back");
        }
        boolean taken = desk.positions().containsKey(0);
        assertThat(desk.recent(10)).hasSize(taken ? 1 : 0);

        desk.process(batch);
        desk.completeDiagnoses();

        Alarm alarm = desk.recent(10).getFirst();
        assertThat(desk.recent(10)).hasSize(1);
        assertThat(actions(alarm.id())).containsExactly("raise");
        assertThat(alarm.message()).endsWith("fits bearing wear");
        assertThat(desk.verifyAudit().whole()).isTrue();
    }

    @Test
    void gives_back_what_people_should_see_which_is_what_it_decided() {
        DecisionPolicy promising = Policies.promising(); // a share of a tenth, by blocks of six windows
        PostgresAlarmDesk promised = desk(source, model -> Optional.of(promising));
        Assessment unseen = new Assessment.NotAssessable(PUMP.id(), 4 * STRIDE, Assessment.Reason.TRANSIENT);
        AssessmentBatch batch = batch(1, abnormal(1), abnormal(2), unseen);
        assertThat(promised.process(batch).decided())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isInstanceOf(Assessment.Normal.class), // loud, but for the fleet not yet
                        second -> assertThat(second).isInstanceOf(Assessment.Normal.class),
                        third -> assertThat(third).isEqualTo(unseen));
        assertThat(promised.process(batch).decided()).as("taken in before").isEqualTo(batch.assessments());
    }

    @ParameterizedTest(name = "killed before statement {0}")
    @ValueSource(ints = {1, 6, 9, 12, 14}) // the first, the watches, the fleet, the episode, the last
    void killed_and_restarted_a_fleet_is_decided_on_as_if_nothing_had_happened(int statement) throws SQLException {
        DecisionPolicy promising = Policies.promising(); // a share of a tenth, by blocks of six windows
        List<AssessmentBatch> life = List.of(
                batch(1, normal(1), normal(2)),
                batch(2, normal(5), abnormal(6), abnormal(7), abnormal(8)),
                batch(3, abnormal(9), abnormal(10), abnormal(13), abnormal(14), abnormal(15)));
        DataSource undisturbed = TestDatabase.empty();
        for (AssessmentBatch batch : life) {
            desk(undisturbed, model -> Optional.of(promising)).process(batch);
        }
        for (AssessmentBatch batch : life) {
            PostgresAlarmDesk fragile = desk(new FailingDataSource(source, statement), model -> Optional.of(promising));
            try {
                fragile.process(batch);
            } catch (DeskUnavailableException killed) {
                assertThat(killed).hasMessageContaining("try again when it is back");
            }
            desk(source, model -> Optional.of(promising)).process(batch);
        }

        for (String state : List.of("SELECT state FROM advisor.fleet", "SELECT state FROM advisor.watch")) {
            assertThat(TestDatabase.text(source, state)).isEqualTo(TestDatabase.text(undisturbed, state));
        }
        assertThat(TestDatabase.text(source, "SELECT state FROM advisor.fleet"))
                .contains("\"decisions\": 1"); // none while the episode is open
        assertThat(desk.recent(10).stream().map(Alarm::id))
                .isEqualTo(desk(undisturbed).recent(10).stream().map(Alarm::id).toList())
                .hasSize(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void two_desks_on_one_database_make_each_episode_one_alarm(long seed) throws Exception {
        PostgresAlarmDesk other = desk(source);
        List<AssessmentBatch> batches = batches(new SplittableRandom(seed));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // both read the same partition, as after a rebalance that one of them has not noticed
            List<Future<?>> runs = List.of(
                    threads.submit(() -> batches.forEach(desk::process)),
                    threads.submit(() -> batches.forEach(other::process)),
                    threads.submit(() -> acknowledgeAll(other)));
            for (Future<?> run : runs) {
                run.get();
            }
        }

        assertThat(desk.recent(1000)).hasSameSizeAs(desk.episodes(PUMP.id(), 1000));
        assertThat(desk.recent(1000)).isNotEmpty();
        for (Alarm alarm : desk.recent(1000)) {
            assertThat(actions(alarm.id())).containsOnlyOnce("raise").doesNotHaveDuplicates();
        }
        assertThat(desk.verifyAudit().whole()).isTrue();
        assertThat(desk.positions()).isEqualTo(batches.getLast().nextPositions());
    }

    private static void acknowledgeAll(AlarmDesk desk) {
        for (int round = 0; round < 40; round++) {
            for (Alarm alarm : desk.open(10)) {
                try {
                    desk.apply(alarm.id(), new AlarmAction.Acknowledge(""), "ana");
                } catch (IllegalTransitionException alreadySeen) {
                    assertThat(alreadySeen.possible()).doesNotContain(AlarmEvent.ACKNOWLEDGE);
                }
            }
        }
    }

    private static List<AssessmentBatch> batches(SplittableRandom random) {
        List<AssessmentBatch> batches = new ArrayList<>();
        List<Assessment> pending = new ArrayList<>();
        boolean disturbed = false;
        for (int window = 1; window <= 200; window++) {
            disturbed = random.nextInt(10) == 0 ? !disturbed : disturbed;
            pending.add(disturbed ? abnormal(window) : normal(window));
            if (random.nextInt(6) == 0 || window == 200) {
                batches.add(new AssessmentBatch(Map.of(0, (long) window), pending));
                pending = new ArrayList<>();
            }
        }
        return batches;
    }

    @Test
    void the_trail_refuses_to_be_changed_and_shows_when_it_was_changed_all_the_same() throws SQLException {
        Alarm alarm = raised();
        desk.apply(alarm.id(), new AlarmAction.Acknowledge("seen"), "ana");
        cleared(4);
        assertThat(desk.verifyAudit().entries()).isEqualTo(3);
        assertThat(desk.verifyAudit().whole()).isTrue();
        String head = desk.verifyAudit().head();

        for (String crime : List.of(
                "UPDATE advisor.audit SET actor = 'nobody'", "DELETE FROM advisor.audit", "TRUNCATE advisor.audit")) {
            assertThatThrownBy(() -> TestDatabase.execute(source, crime)).hasMessageContaining("append-only");
        }

        TestDatabase.execute(source, "ALTER TABLE advisor.audit DISABLE TRIGGER ALL");
        TestDatabase.execute(source, "UPDATE advisor.audit SET actor = 'ben' WHERE sequence = 2");
        assertThat(desk.verifyAudit().firstBroken()).contains(2L);
        TestDatabase.execute(source, "UPDATE advisor.audit SET actor = 'ana' WHERE sequence = 2");
        assertThat(desk.verifyAudit().whole()).isTrue();
        assertThat(desk.verifyAudit().head()).isEqualTo(head);
        TestDatabase.execute(source, "DELETE FROM advisor.audit WHERE sequence = 1");
        assertThat(desk.verifyAudit().firstBroken()).contains(1L);
    }

    @Test
    void a_listener_that_fails_does_no_harm() {
        Consumer<Alarm> broken = alarm -> {
            throw new IllegalStateException("the browser is gone");
        };
        desk.onChange(broken);
        List<Alarm> late = new ArrayList<>();
        desk.onChange(late::add);

        raised();

        assertThat(late).isNotEmpty();
        assertThat(desk.open(10)).hasSize(1);
    }

    @Test
    void windows_out_of_sight_move_the_position_and_nothing_else() {
        desk.process(batch(1, new Assessment.NotAssessable(PUMP.id(), STRIDE, Assessment.Reason.TRANSIENT)));

        assertThat(desk.positions()).isEqualTo(Map.of(0, 1L));
        assertThat(desk.recent(10)).isEmpty();
    }

    @Test
    void says_so_when_the_database_is_gone() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setServerNames(new String[] {"127.0.0.1"});
        nowhere.setPortNumbers(new int[] {1});
        AdvisorDatabase database = new AdvisorDatabase(nowhere, "advisor");

        assertThatThrownBy(() -> database.inTransaction(Connection::getCatalog))
                .isInstanceOf(DeskUnavailableException.class)
                .hasMessageContaining("nothing has changed");
    }
}
