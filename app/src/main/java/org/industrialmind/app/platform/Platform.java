package org.industrialmind.app.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.industrialmind.advisor.advice.AdviceDesk;
import org.industrialmind.advisor.advice.PostgresAdviceDesk;
import org.industrialmind.advisor.alarm.AlarmDesk;
import org.industrialmind.advisor.alarm.PostgresAlarmDesk;
import org.industrialmind.advisor.condition.ConditionBoard;
import org.industrialmind.advisor.condition.VibrationWatch;
import org.industrialmind.advisor.diagnosis.Diagnoser;
import org.industrialmind.advisor.prognosis.PathFollower;
import org.industrialmind.advisor.prognosis.PostgresPrognosisDesk;
import org.industrialmind.advisor.prognosis.PrognosisDesk;
import org.industrialmind.app.backtest.StoredBacktest;
import org.industrialmind.app.explanation.StoredExplainer;
import org.industrialmind.app.life.LifeMethod;
import org.industrialmind.app.scoring.ChampionScorer;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.app.training.JobPlanner;
import org.industrialmind.knowledge.graph.Neo4jPlantGraph;
import org.industrialmind.learning.vibration.severity.SeverityTable;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.PostgresModelRegistry;
import org.industrialmind.lifecycle.training.TrainingQueue;
import org.industrialmind.serving.Services;
import org.industrialmind.serving.ServingServer;
import org.industrialmind.serving.backtest.Backtests;
import org.industrialmind.serving.database.ServingDatabase;
import org.industrialmind.serving.decision.Decisions;
import org.industrialmind.serving.life.LifeModels;
import org.industrialmind.serving.live.AdviceEvent;
import org.industrialmind.serving.live.LiveFeed;
import org.industrialmind.serving.platform.Health;
import org.industrialmind.serving.rest.AlarmView;
import org.industrialmind.serving.security.ApiKeys;
import org.industrialmind.serving.security.Role;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.ingest.Ingest;
import org.industrialmind.telemetry.scoring.Probe;
import org.industrialmind.telemetry.scoring.ScoringConfig;
import org.industrialmind.telemetry.scoring.ScoringRuntime;
import org.industrialmind.telemetry.scoring.ScoringSnapshot;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.wire.BrokerProbe;
import org.industrialmind.telemetry.wire.FrameProducer;
import org.industrialmind.telemetry.wire.SchemaCatalogue;
import org.industrialmind.telemetry.wire.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole system on one page, in the order in which a reading flows through it: log, store, windows and models, alarms
 * and their diagnosis, and the edge where people look. Parts are made from the front to the back and closed from the back
 * to the front.
 */
public final class Platform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration STORE_PATIENCE = Duration.ofSeconds(20); // a store that is only busy is not down

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final PlatformConfig config;
    private final Servers servers;
    private final AssetCatalogue assets = new AssetCatalogue();
    private final HikariDataSource database;
    private final PlantRegister register;
    private final SchemaCatalogue schemas;
    private final FrameProducer producer;
    private final SampleStore store;
    private final ModelRegistry registry;
    private final ChampionScorer scorer;
    private final LateGraph graph = new LateGraph();
    private final AlarmDesk desk;
    private final PrognosisDesk prognoses;
    private final AdviceDesk advice;
    private final VibrationWatch vibration;
    private final ConditionBoard board;
    private final LiveFeed live;
    private final AdvisorLoop advisor;
    private final ApiKeys keys;
    private final Optional<ApiKeys.Issued> firstAdmin;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ScheduledThreadPoolExecutor housekeeping = new ScheduledThreadPoolExecutor(
            0, Thread.ofPlatform().name("housekeeping-", 0).factory());
    private final ServingServer serving;
    private final Probe probe;
    private volatile ScoringRuntime scoring;
    private volatile Map<String, Pulse> pulses = Map.of(); // people may look before all is up
    private boolean closed;

    /**
     * Starts the platform on servers that are ready (the graph may come later) and returns when it answers.
     *
     * @throws RuntimeException if a part cannot start; what was started is closed again
     */
    public static Platform start(PlatformConfig config, Servers servers) {
        return start(config, servers, Probe.NONE);
    }

    /** The same with a probe that is told of named points on the way of a reading: for tests that stop the program there. */
    public static Platform start(PlatformConfig config, Servers servers, Probe probe) {
        return new Platform(config, servers, probe);
    }

    private Platform(PlatformConfig config, Servers servers, Probe probe) {
        this.config = config;
        this.servers = servers;
        this.probe = probe;
        InstantSource clock = InstantSource.system();
        try {
            vibration = new VibrationWatch(zones(config));
            board = new ConditionBoard(clock, vibration);

            // what was said: the log
            Topics.create(servers.kafka());
            schemas = opened(new SchemaCatalogue(servers.kafka()));
            producer = opened(new FrameProducer(servers.kafka(), schemas));

            // what is kept: readings in the time-series store, everything else in PostgreSQL
            store = opened(Stores.open(servers.store()));
            database = opened(database(servers.postgres()));

            register = new PlantRegister(assets, database, schemas);

            // what is made of it: windows judged by the registry's champions
            registry = registry(database, config, clock);
            scorer = new ChampionScorer(registry, DetectorKind.formats());
            ChampionPolicies policies = new ChampionPolicies(registry, DetectorKind.formats(), clock);
            scorer.onChange(policies::of); // read before the desk needs it
            scorer.refresh();
            scoring = newScoring();

            // what it means: episodes, alarms and their diagnosis, remaining lives and what to do
            desk = new PostgresAlarmDesk(
                    database,
                    assets,
                    new Diagnoser(graph),
                    policies,
                    new PathFollower(database, config.maintenance().prognosis()),
                    config.alarms(),
                    clock);
            prognoses = new PostgresPrognosisDesk(
                    database,
                    desk,
                    config.maintenance().experience(),
                    config.maintenance().prognosis());
            advice = new PostgresAdviceDesk(
                    database, prognoses, desk, assets, config.maintenance().terms(), clock);
            live = opened(new LiveFeed());
            advisor = opened(new AdvisorLoop(servers.kafka(), desk, advice, board, live));
            desk.onChange(alarm -> live.publish("alarm", AlarmView.of(alarm, register)));
            advice.onChange(asset -> live.publish("advice", new AdviceEvent(asset.value())));
            scorer.onChange(model -> live.publish("model", model));

            // who may look
            ServingDatabase.migrate(database);
            keys = new ApiKeys(database, clock);
            register.load();
            new BoardRecall(store, config.scoring().windowLength()).recall(assets, board);
            firstAdmin = keys.firstAdmin();
            Ingest ingest = new Ingest(producer, assets::schema, clock);
            TrainingQueue trainings = new TrainingQueue(database, clock);
            PlatformMeters.bind(meters, this::snapshot, desk, live, clock);
            serving = opened(ServingServer.start(
                    config.serving(),
                    new Services(
                            register,
                            ingest,
                            store,
                            board,
                            desk,
                            advice,
                            registry,
                            scorer::requireReadable,
                            new Decisions(database),
                            trainings,
                            new JobPlanner(trainings, register, config.scoring(), config.models(), clock),
                            backtests(trainings, clock),
                            new StoredExplainer(store, scorer),
                            new LifeModels(config.lifeModels(), LifeMethod.formats()),
                            live,
                            keys,
                            this::health,
                            meters,
                            clock)));

            scoring.start();
            advisor.start();
            GraphLink<Neo4jPlantGraph> link = opened(new GraphLink<>(
                    graph,
                    servers.graph(),
                    at -> Neo4jPlantGraph.connect(at.bolt(), at.user(), at.password()),
                    assets::assets));
            pulses = pulses();
            keepHouse(clock, link);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    private static HikariDataSource database(String jdbcUrl) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(jdbcUrl);
        pool.setPoolName("platform");
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(5_000);
        return new HikariDataSource(pool);
    }

    private static ModelRegistry registry(HikariDataSource database, PlatformConfig config, InstantSource clock) {
        try {
            return new PostgresModelRegistry(database, config.models(), clock);
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "the models' folder " + config.models() + " cannot be used; next: choose another with --data DIR",
                    unusable);
        }
    }

    private static SeverityTable zones(PlatformConfig config) {
        try {
            return SeverityTable.readOrBegin(config.vibrationZones());
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "the zones of vibration in " + config.vibrationZones()
                            + " cannot be used; next: mend the file, or move it away to begin anew",
                    unusable);
        }
    }

    private Backtests backtests(TrainingQueue trainings, InstantSource clock) {
        StoredBacktest backtest = new StoredBacktest(store, registry, trainings, schemas, DetectorKind.formats());
        return opened(new Backtests(database, config.alarms().rule(), backtest::run, clock));
    }

    private ScoringRuntime newScoring() {
        return new ScoringRuntime(
                config.scoring(), servers.kafka(), schemas, store, this::assess, InstantSource.system(), probe);
    }

    private List<Assessment> assess(List<Window> windows) {
        List<Assessment> assessments = scorer.assess(windows);
        for (int i = 0; i < windows.size(); i++) {
            vibration.on(windows.get(i), assessments.get(i));
        }
        return assessments;
    }

    private Map<String, Pulse> pulses() {
        BrokerProbe brokers = opened(new BrokerProbe(servers.kafka()));
        Map<String, Pulse> parts = new LinkedHashMap<>();
        parts.put("log", new Pulse("log", () -> brokers.ask(PATIENCE)));
        parts.put("store", new Pulse("store", () -> store.awaitVisible(STORE_PATIENCE)));
        parts.put("database", new Pulse("database", () -> desk.positions()));
        return parts;
    }

    private void keepHouse(InstantSource clock, GraphLink<?> link) {
        every(config.championPoll(), "champions", scorer::refresh);
        every(Duration.ofSeconds(1), "shelving", () -> desk.expire(clock.instant()));
        every(Duration.ofSeconds(1), "diagnoses", () -> {
            if (graph.connected()) {
                desk.completeDiagnoses();
            }
        });
        every(Duration.ofSeconds(2), "scoring", this::reviveScoring);
        every(Duration.ofSeconds(1), "graph", link::tend);
        pulses.forEach((part, pulse) -> every(Duration.ofSeconds(5), part, pulse::take));
    }

    /** Does the work again and again, on a thread more: a server that is away holds up only what asks it. */
    private void every(Duration period, String what, Runnable work) {
        housekeeping.setCorePoolSize(housekeeping.getCorePoolSize() + 1);
        housekeeping.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException failure) {
                        LOG.warn(
                                "event=housekeeping-failed what={} next=\"tries again\" cause=\"{}\"",
                                what,
                                failure.toString());
                    }
                },
                period.toMillis(),
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** A runtime that has failed stays failed; another one goes on from the last commit. */
    private void reviveScoring() {
        synchronized (opened) {
            if (!closed && scoring.state() == ScoringSnapshot.State.FAILED) {
                LOG.warn(
                        "event=scoring-restarted cause=\"{}\"",
                        scoring.failure().map(Throwable::toString).orElse("unknown"));
                scoring.close();
                scoring = newScoring();
                scoring.start();
            }
        }
    }

    private Map<String, Health.State> health() {
        Map<String, Health.State> parts = new LinkedHashMap<>();
        pulses.forEach((part, pulse) -> parts.put(part, pulse.state()));
        parts.put("scoring", scoringHealth());
        parts.put("models", scorer.refused().isEmpty() ? Health.State.UP : Health.State.DEGRADED);
        parts.put("alarms", advisor.healthy() ? Health.State.UP : Health.State.DOWN);
        parts.put("graph", graph.connected() ? Health.State.UP : Health.State.DEGRADED);
        return parts;
    }

    private Health.State scoringHealth() {
        return switch (scoring.state()) {
            case NEW, RUNNING -> Health.State.UP;
            case PAUSED -> Health.State.DEGRADED;
            case STOPPED, FAILED -> Health.State.DOWN;
        };
    }

    public AssetCatalogue assets() {
        return assets;
    }

    /**
     * Makes a machine known whose readings will be delivered in that schema, and makes room for them.
     *
     * @throws IllegalStateException if people have described its class with other channels; the message says what to do
     */
    public void declare(Asset asset, FrameSchema schema) {
        register.requireSameClass(schema);
        store.prepare(schema);
        assets.declare(asset, schema);
    }

    /** Returns where readings are delivered: done means durable. */
    public FrameProducer producer() {
        return producer;
    }

    public SampleStore store() {
        return store;
    }

    public ModelRegistry registry() {
        return registry;
    }

    public ChampionScorer scorer() {
        return scorer;
    }

    public AlarmDesk alarms() {
        return desk;
    }

    public AdviceDesk advice() {
        return advice;
    }

    public HikariDataSource database() {
        return database;
    }

    /** Returns whether every assessment that is in the log now has reached the alarm desk. */
    public boolean advised() {
        Map<Integer, Long> taken = desk.positions();
        return Topics.ends(servers.kafka(), Topics.ASSESSMENTS).entrySet().stream()
                .allMatch(end -> taken.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    public ScoringSnapshot snapshot() {
        return scoring.snapshot();
    }

    public URI url() {
        return serving.url();
    }

    /** Returns the secret of the first admin if this start has made one: it is shown once. */
    public Optional<String> firstAdminSecret() {
        return firstAdmin.map(ApiKeys.Issued::secret);
    }

    /** Issues another admin key and returns its secret, which is shown this once. */
    public String newAdminKey() {
        return keys.issue("admin by command line", Role.ADMIN).secret();
    }

    /** Returns how windows are cut here, so that models learn from windows of the same kind. */
    public ScoringConfig windows() {
        return config.scoring();
    }

    @Override
    public void close() {
        stopHousekeeping();
        synchronized (opened) {
            closed = true;
            if (scoring != null) {
                closeQuietly(scoring);
            }
            while (!opened.isEmpty()) {
                closeQuietly(opened.pop());
            }
        }
    }

    private void stopHousekeeping() {
        housekeeping.shutdownNow();
        try {
            if (!housekeeping.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("event=housekeeping-still-running next=\"closing what it works with\"");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failure) {
            LOG.warn("event=close-failed part={} cause=\"{}\"", part.getClass().getSimpleName(), failure.toString());
        }
    }
}
