package org.industrialmind.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.app.IndustrialMind;
import org.industrialmind.app.backtest.StoredBacktest;
import org.industrialmind.app.feed.SentLedger;
import org.industrialmind.app.platform.Platform;
import org.industrialmind.app.platform.ServerEnvironment;
import org.industrialmind.app.platform.Servers;
import org.industrialmind.app.scoring.ChampionScorer;
import org.industrialmind.app.scoring.ModelNames;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.app.training.OwnNetwork;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.JudgedChannels;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.backtest.ArmOrder;
import org.industrialmind.learning.backtest.BacktestOrder;
import org.industrialmind.learning.backtest.BacktestReport;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.lifecycle.training.TrainingJob;
import org.industrialmind.lifecycle.training.TrainingQueue;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.ModelRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One champion after another while windows flow: each window judged by exactly one, and an episode outlives them all. */
class HotSwapIT {
    private static final String TEST = "swap";
    private static final String OWN = "own";
    private static final int VERSIONS = 5;
    private static final Duration STREAM = Duration.ofSeconds(8);

    @TempDir
    private static Path folder;

    private static ChaosBench bench;
    private static Platform platform;
    private static final Map<ModelRef, ChampionScorer> JUDGES = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        bench = new ChaosBench(folder);
        WindowSet whole = bench.station.history(List.of(TEST));
        WindowSet later = later(whole);
        for (int i = 0; i < VERSIONS; i++) {
            ModelVersion version = bench.train(i % 2 == 0 ? whole : later);
            bench.promote(version.ref());
            ChampionScorer judge = new ChampionScorer(bench.registry, DetectorKind.formats());
            judge.refresh();
            JUDGES.put(version.ref(), judge);
        }
        bench.promote(version(1));
        platform = Platform.start(ChaosApp.config(folder), bench.servers());
    }

    @AfterAll
    static void stop() {
        if (platform != null) {
            platform.close();
        }
        if (bench != null) {
            bench.close();
        }
    }

    /** Returns the later two thirds of each machine: another model, though not a worse one. */
    private static WindowSet later(WindowSet whole) {
        long first = whole.windows().getFirst().endNanos();
        long last = whole.windows().getLast().endNanos();
        return new WindowSet(
                "the later two thirds of " + whole.description(),
                whole.windows().stream()
                        .filter(window -> window.endNanos() > first + (last - first) / 3)
                        .toList());
    }

    private static ModelRef version(int number) {
        return JUDGES.keySet().stream()
                .filter(ref -> ref.version() == number)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void judges_every_window_once_by_one_version_and_never_goes_back() throws Exception {
        CompletableFuture<SentLedger> delivered = CompletableFuture.supplyAsync(() -> {
            try {
                return new Delivery(bench.producer).deliver(bench.station.live(TEST), STREAM);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException("interrupted", stopped);
            }
        });
        for (int next = 2; next <= VERSIONS; next++) {
            Thread.sleep(STREAM.dividedBy(VERSIONS + 2)); // windows flow meanwhile, and long enough after the last
            bench.promote(version(next));
        }
        SentLedger ledger = delivered.get();
        bench.awaitTakenIn(() -> platform.snapshot().toString());

        assertThat(ledger.compare(bench.store).differences()).isEmpty();
        for (AssetId asset : List.of(PumpStation.faulty(TEST), PumpStation.sound(TEST))) {
            List<Assessment> assessments = bench.assessments(asset);
            assertEachIsTheWordOfItsVersion(asset, assessments);
            List<Integer> versions = versions(assessments);
            assertThat(versions).as("versions that judged " + asset).isSorted();
            assertThat(versions.getLast()).isEqualTo(VERSIONS);
            assertThat(versions.stream().distinct().count())
                    .as("versions at work")
                    .isGreaterThan(2);
        }
        assertOneAlarmThroughout();
        assertBacktestRaisesWhatALiveRunRaises(List.of(PumpStation.faulty(TEST), PumpStation.sound(TEST)));
    }

    /** What docs/your-own-detector.md promises: history in the store, a file, one command, and it watches the machine. */
    @Test
    void a_network_of_ones_own_goes_to_work_by_one_command() throws Exception {
        AssetId pump = PumpStation.faulty(OWN);
        FrameSchema schema = bench.station.schema();
        String model = ModelNames.ofAsset(schema.equipmentClass(), pump);
        List<Frame> hour = bench.station.goodHour(OWN);
        new Delivery(bench.producer).deliver(hour, Duration.ofMillis(500));
        bench.awaitTakenIn(() -> platform.snapshot().toString());
        new TrainingQueue(bench.database(), InstantSource.system()).submit(job(model, List.of(pump)));

        assertThat(train(model, OwnNetwork.write(folder, judgedChannels(schema), PumpStation.WINDOW), hour))
                .contains("promoted by the gate");
        ModelVersion version = bench.registry.champion(model).orElseThrow();
        assertThat(version.kind()).isEqualTo(DetectorKind.ONNX.code());
        ChaosBench.await(
                "the champion to go to work",
                () -> platform.scorer()
                        .championOf(schema.equipmentClass(), pump)
                        .filter(champion -> champion.ref().equals(version.ref()))
                        .map(champion -> "")
                        .orElse(version.ref().toString()));

        new Delivery(bench.producer).deliver(bench.station.live(OWN), Duration.ofMillis(500));
        bench.awaitTakenIn(() -> platform.snapshot().toString());
        List<Assessment> judged = live(pump);
        assertThat(judged)
                .hasSizeGreaterThan(100)
                .allSatisfy(assessment -> assertThat(versions(List.of(assessment)))
                        .containsExactly(version.ref().version()));
        assertThat(judged.getFirst()).isInstanceOf(Assessment.Normal.class);
        assertThat(judged.getLast())
                .isInstanceOfSatisfying(
                        Assessment.Abnormal.class,
                        abnormal -> assertThat(abnormal.model()).isEqualTo(version.ref()));
    }

    /** Runs the command as a person does, and returns what it said; it has to end well. */
    private static String train(String model, Path network, List<Frame> span) throws Exception {
        Servers.StoreAddress store = bench.servers().store();
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // starts faster
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.bytedeco.javacpp.nopointergc=true",
                IndustrialMind.class.getName(),
                "train",
                "--data=" + folder,
                "--model=" + model,
                "--detector=" + DetectorKind.ONNX.code(),
                "--file=" + network,
                "--from=" + Instant.EPOCH.plusNanos(span.getFirst().time(0)),
                "--to=" + Instant.EPOCH.plusNanos(span.getLast().time(0) + 1),
                "--kafka=" + bench.stack.kafka().bootstrapServers(),
                "--questdb=" + ((Servers.StoreAddress.QuestDb) store).url());
        command.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        ServerEnvironment.handOn(bench.servers(), command.environment()); // who asks, and PostgreSQL
        Path said = folder.resolve("train.txt");
        Process process =
                command.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        String text = Files.readString(said);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0).as(text).isTrue();
        return text;
    }

    private static List<String> judgedChannels(FrameSchema schema) {
        JudgedChannels judged = JudgedChannels.of(schema);
        return IntStream.range(0, judged.count()).mapToObj(judged::name).toList();
    }

    /** Returns the assessments of windows that lie in the live part as a whole. */
    private static List<Assessment> live(AssetId asset) {
        long first = bench.station.live(asset).getFirst().time(0);
        long windowNanos = PumpStation.WINDOW * bench.station.schema().periodNanos();
        return bench.assessments(asset).stream()
                .filter(assessment -> assessment.windowEndNanos() - windowNanos >= first)
                .toList();
    }

    /** The same readings from the store through the last version: the episodes of an undisturbed run, twice the same. */
    private static void assertBacktestRaisesWhatALiveRunRaises(List<AssetId> assets) {
        ModelRef last = version(VERSIONS);
        TrainingQueue trainings = new TrainingQueue(bench.database(), InstantSource.system());
        trainings.submit(job(last.name(), assets));
        StoredBacktest backtest = new StoredBacktest(
                bench.store,
                bench.registry,
                trainings,
                id -> Optional.of(bench.station.schema()).filter(schema -> schema.id() == id),
                DetectorKind.formats());
        List<Frame> readings = bench.station.live(TEST);
        BacktestOrder order = new BacktestOrder(
                last.name(),
                ArmOrder.champion(EpisodeRule.defaults()),
                new ArmOrder(OptionalInt.of(1), EpisodeRule.defaults(), 1000),
                List.of(),
                readings.getFirst().time(0),
                readings.getLast().time(0) + 1,
                List.of());
        BacktestReport report = backtest.run(order);
        List<EpisodeId> expected = assets.stream()
                .flatMap(asset ->
                        Undisturbed.of(asset, bench.station.live(asset), Objects.requireNonNull(JUDGES.get(last)))
                                .episodes()
                                .stream())
                .toList();
        assertThat(report.now().model()).isEqualTo(last);
        assertThat(report.now().record().episodes().stream()
                        .map(episode -> EpisodeId.of(episode.asset(), last.name(), episode.onsetNanos())))
                .containsExactlyInAnyOrderElementsOf(expected)
                .isNotEmpty();
        assertThat(report.candidate().record().episodes())
                .as("a thousandfold limit")
                .isEmpty();
        assertThat(report.changes().removed()).hasSameSizeAs(expected);
        assertThat(backtest.run(order).now().record().fingerprint())
                .isEqualTo(report.now().record().fingerprint());
    }

    private static TrainingJob job(String model, List<AssetId> assets) {
        FrameSchema schema = bench.station.schema();
        return new TrainingJob(
                DetectorKind.PCA.code(),
                model,
                schema.equipmentClass(),
                schema.id(),
                assets,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                PumpStation.WINDOW,
                PumpStation.STRIDE,
                1);
    }

    /** Checks that there is one assessment for each window, and that it says what the version it names says. */
    private static void assertEachIsTheWordOfItsVersion(AssetId asset, List<Assessment> assessments) {
        Map<ModelRef, List<Assessment>> byVersion = new HashMap<>();
        JUDGES.forEach((ref, judge) -> byVersion.put(
                ref, Undisturbed.of(asset, bench.station.live(asset), judge).assessments()));
        assertThat(byVersion.values()).allSatisfy(all -> assertThat(all).hasSameSizeAs(assessments));
        for (int i = 0; i < assessments.size(); i++) {
            int window = i;
            assertThat(byVersion.values().stream().map(all -> all.get(window)))
                    .as("what the versions say of window " + i)
                    .contains(assessments.get(i));
        }
    }

    private static List<Integer> versions(List<Assessment> assessments) {
        List<Integer> versions = new ArrayList<>();
        for (Assessment assessment : assessments) {
            switch (assessment) {
                case Assessment.Normal normal -> versions.add(normal.model().version());
                case Assessment.Abnormal abnormal ->
                    versions.add(abnormal.model().version());
                case Assessment.NotAssessable unseen -> {}
            }
        }
        return versions;
    }

    private static void assertOneAlarmThroughout() {
        List<Alarm> alarms = bench.alarms(PumpStation.faulty(TEST));
        assertThat(alarms).hasSize(1);
        Alarm alarm = alarms.getFirst();
        assertThat(alarm.episode().open()).isTrue();
        assertThat(alarm.episode().model().version()).as("who saw it first").isLessThan(VERSIONS);
        assertThat(bench.desk.history(alarm.id())).hasSize(1);
        assertThat(bench.alarms(PumpStation.sound(TEST)).stream().map(Alarm::message))
                .isEmpty();
    }
}
