package org.industrialmind.serving;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.industrialmind.advisor.advice.PostgresAdviceDesk;
import org.industrialmind.advisor.advice.TermsTable;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.advisor.alarm.AlarmSettings;
import org.industrialmind.advisor.alarm.AssessmentBatch;
import org.industrialmind.advisor.alarm.PostgresAlarmDesk;
import org.industrialmind.advisor.condition.ConditionBoard;
import org.industrialmind.advisor.condition.VibrationWatch;
import org.industrialmind.advisor.diagnosis.Diagnoser;
import org.industrialmind.advisor.prognosis.FleetExperience;
import org.industrialmind.advisor.prognosis.PathFollower;
import org.industrialmind.advisor.prognosis.PostgresPrognosisDesk;
import org.industrialmind.advisor.prognosis.PrognosisSettings;
import org.industrialmind.knowledge.graph.EquipmentLibrary;
import org.industrialmind.knowledge.graph.InMemoryPlantGraph;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedFormat;
import org.industrialmind.learning.prognosis.format.LifeFormats;
import org.industrialmind.learning.prognosis.model.FeatureFormat;
import org.industrialmind.learning.vibration.severity.SeverityTable;
import org.industrialmind.lifecycle.database.TestDatabase;
import org.industrialmind.lifecycle.registry.PostgresModelRegistry;
import org.industrialmind.lifecycle.training.TrainingQueue;
import org.industrialmind.serving.backtest.BacktestRunner;
import org.industrialmind.serving.backtest.Backtests;
import org.industrialmind.serving.database.ServingDatabase;
import org.industrialmind.serving.decision.Decisions;
import org.industrialmind.serving.explanation.Explainer;
import org.industrialmind.serving.life.LifeModels;
import org.industrialmind.serving.live.LiveFeed;
import org.industrialmind.serving.platform.Health;
import org.industrialmind.serving.platform.ModelCheck;
import org.industrialmind.serving.platform.ServingConfig;
import org.industrialmind.serving.security.ApiKeys;
import org.industrialmind.serving.security.Role;
import org.industrialmind.serving.training.TrainingPlanner;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.telemetry.ingest.Ingest;
import org.industrialmind.telemetry.store.InMemorySampleStore;

/** The whole edge on a free port: real HTTP, real keys and alarms in PostgreSQL, readings in memory, a clock to set. */
final class TestEdge implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    static final ModelRef MODEL = new ModelRef("anomaly/centrifugal-pump", 1);

    static final LifeFormats LIFE_FORMATS =
            new LifeFormats(List.of(new CrossFittedFormat(new LifeFormats(FeatureFormat.all()))));

    private static final long STRIDE = Duration.ofSeconds(10).toNanos();

    final TestPlant plant = new TestPlant();
    final SwitchedDatabase database = new SwitchedDatabase(TestDatabase.empty());
    final SwitchedDatabase keyDatabase = new SwitchedDatabase(database);
    final InMemorySampleStore store = new InMemorySampleStore();
    final VibrationWatch vibration = new VibrationWatch(SeverityTable.defaults());
    final ConditionBoard board = new ConditionBoard(InstantSource.system(), vibration);
    final LiveFeed live = new LiveFeed();
    final Map<String, Health.State> health = new LinkedHashMap<>(Map.of("scoring", Health.State.UP));
    final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    final ApiKeys keys;
    final ApiKeys.Issued firstAdmin;
    final PostgresAlarmDesk desk;
    final PostgresPrognosisDesk prognoses;
    final PostgresAdviceDesk advice;
    final ServingServer server;
    volatile BacktestRunner replay = order -> {
        throw new IllegalArgumentException("nothing is stored; next: choose another span");
    };
    volatile TrainingPlanner planner = order -> {
        throw new IllegalArgumentException("'" + order.model() + "' has never been trained here; next: train it");
    };
    volatile ModelCheck modelCheck = version -> {};
    volatile Explainer explainer = (asset, schema, end) -> {
        throw new IllegalArgumentException("no model judges " + asset + " yet; next: train one");
    };
    volatile CompletableFuture<Void> log = CompletableFuture.completedFuture(null);
    volatile Instant now = START;

    private final Map<Role, String> secrets = new EnumMap<>(Role.class);
    private int window = 1;

    /** Starts the edge with the pages of that folder, which need not exist. */
    static TestEdge start(Path models, Path pages) {
        try {
            return new TestEdge(models, pages);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private TestEdge(Path models, Path pages) throws IOException {
        InstantSource clock = () -> now;
        InMemoryPlantGraph graph = new InMemoryPlantGraph();
        graph.load(plant.assets(), EquipmentLibrary.standard());
        AlarmSettings settings =
                new AlarmSettings(new EpisodeRule(3, 5, 0.6, Duration.ofSeconds(30)), Duration.ofSeconds(30));
        PrognosisSettings prognosis =
                new PrognosisSettings(settings.rule(), Duration.ofMinutes(1), 6, 0.01, Duration.ofDays(365));
        desk = new PostgresAlarmDesk(
                database,
                plant,
                new Diagnoser(graph),
                model -> Optional.empty(),
                new PathFollower(database, prognosis),
                settings,
                clock);
        prognoses = new PostgresPrognosisDesk(database, desk, FleetExperience.ofSimulatedPlant(), prognosis);
        advice = new PostgresAdviceDesk(
                database, prognoses, desk, plant, TermsTable.defaults().faster(1440), clock);
        ServingDatabase.migrate(keyDatabase);
        keys = new ApiKeys(keyDatabase, clock);
        firstAdmin = keys.firstAdmin().orElseThrow();
        store.prepare(TestPlant.SCHEMA);
        System.setProperty("server.port", "1"); // what stands in the surroundings must not move the door
        server = ServingServer.start(
                ServingConfig.defaults(pages).withPort(0),
                new Services(
                        plant,
                        new Ingest(this::take, plant::schema, clock),
                        store,
                        board,
                        desk,
                        advice,
                        new PostgresModelRegistry(database, models, clock),
                        version -> modelCheck.requireReadable(version),
                        new Decisions(database),
                        new TrainingQueue(database, clock),
                        order -> planner.plan(order),
                        new Backtests(database, settings.rule(), order -> replay.run(order), clock),
                        (asset, schema, end) -> explainer.explain(asset, schema, end),
                        new LifeModels(models.resolve("life"), LIFE_FORMATS),
                        live,
                        keys,
                        () -> health,
                        meters,
                        clock));
    }

    private CompletableFuture<Void> take(Frame frame) {
        store.prepare(frame.schema()); // as whoever writes does
        store.write(List.of(frame));
        return log;
    }

    Call call(String method, String path) {
        return new Call(server.url(), method, path);
    }

    /** Begins a request with a key of that role. */
    Call as(Role role, String method, String path) {
        return call(method, path).key(secret(role));
    }

    Call get(Role role, String path) {
        return as(role, "GET", path);
    }

    synchronized String secret(Role role) {
        return secrets.computeIfAbsent(
                role,
                wanted -> keys.issue(wanted.text() + " of the test", wanted).secret());
    }

    /** Returns the cookie of a new session. */
    String signIn(String secret) {
        Answer answer = call("POST", "/api/v1/session")
                .json("{\"secret\":\"" + secret + "\"}")
                .send();
        String cookie = answer.cookies().getFirst();
        return cookie.substring("im_session=".length(), cookie.indexOf(';'));
    }

    /** Lets the pump behave abnormally until it has an alarm. */
    Alarm raise() {
        for (int i = 0; i < 3; i++) {
            Assessment assessment = new Assessment.Abnormal(
                    TestPlant.PUMP.id(),
                    ChronoUnit.NANOS.between(Instant.EPOCH, START) + window * STRIDE,
                    MODEL,
                    1.5,
                    List.of(new Contribution("envelope", 0.6, 12), new Contribution("bearing_temp_de", 0.3, 8)));
            desk.process(new AssessmentBatch(Map.of(0, (long) window), List.of(assessment)));
            store.writeAssessments(List.of(assessment));
            board.on(assessment);
            window++;
        }
        return desk.recent(1).getFirst();
    }

    @Override
    public void close() {
        server.close();
        live.close();
    }
}
