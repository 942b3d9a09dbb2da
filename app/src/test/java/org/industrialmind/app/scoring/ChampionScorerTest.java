package org.industrialmind.app.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.lifecycle.registry.Promotion;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;

class ChampionScorerTest {
    private static final ModelRef PUMPS = new ModelRef("anomaly/pump", 1);
    private static final ModelRef FANS = new ModelRef("anomaly/fan", 1);
    private static final ModelRef NEW_FANS = new ModelRef("anomaly/fan", 2);

    private final Versions registry = new Versions();
    private final Disk disk = new Disk();
    private final ChampionScorer scorer = new ChampionScorer(registry, List.of(disk));

    @Test
    void a_model_that_fails_leaves_the_windows_of_other_models_their_judgement() {
        registry.champion(PUMPS, windows -> {
            throw new IllegalStateException("this detector is broken");
        });
        registry.champion(FANS, ChampionScorerTest::mean);
        scorer.refresh();
        assertThat(scorer.assess(List.of(window("pump", "P-1", 0.5f), window("fan", "F-1", 0.5f))))
                .satisfiesExactly(ChampionScorerTest::failed, ChampionScorerTest::judged);
    }

    @Test
    void a_window_that_a_model_fails_on_leaves_its_other_windows_their_judgement() {
        registry.champion(FANS, ChampionScorerTest::mean); // a score below 0 is refused
        scorer.refresh();
        assertThat(scorer.assess(
                        List.of(window("fan", "F-1", 0.5f), window("fan", "F-2", -3), window("fan", "F-3", 0.7f))))
                .satisfiesExactly(ChampionScorerTest::judged, ChampionScorerTest::failed, ChampionScorerTest::judged);
    }

    @Test
    void a_model_that_answers_too_little_has_failed() {
        registry.champion(FANS, windows -> List.of());
        scorer.refresh();
        assertThat(scorer.assess(List.of(window("fan", "F-1", 0.5f)))).satisfiesExactly(ChampionScorerTest::failed);
    }

    @Test
    void a_champion_that_could_not_be_read_is_told_of_and_tried_again() {
        registry.champion(FANS, ChampionScorerTest::mean);
        scorer.refresh();
        disk.away = true;
        registry.champion(NEW_FANS, ChampionScorerTest::mean);
        scorer.refresh();
        assertThat(scorer.refused()).containsOnlyKeys(NEW_FANS);
        assertThat(scorer.refused().get(NEW_FANS)).contains("the disk is away");
        assertThat(atWork()).isEqualTo(FANS);

        disk.away = false;
        scorer.refresh();
        assertThat(scorer.refused()).isEmpty();
        assertThat(atWork()).isEqualTo(NEW_FANS);
    }

    @Test
    void a_champion_that_stays_unreadable_is_tried_less_and_less_often() {
        disk.away = true;
        registry.champion(FANS, ChampionScorerTest::mean);
        for (int call = 0; call < 200; call++) {
            scorer.refresh();
        }
        assertThat(disk.tries).isEqualTo(11); // at calls 1, 2, 4, 8, 16, 32, and from there every 31st
        registry.champion(NEW_FANS, ChampionScorerTest::mean);
        scorer.refresh();
        assertThat(disk.tries).as("a promotion is tried at once").isEqualTo(12);
    }

    @Test
    void says_beforehand_whether_a_version_could_go_to_work() throws IOException {
        registry.champion(FANS, ChampionScorerTest::mean);
        ModelVersion version = registry.find(FANS).orElseThrow();
        scorer.requireReadable(version);
        disk.away = true;
        assertThatIOException()
                .isThrownBy(() -> scorer.requireReadable(version))
                .withMessageContaining("the disk is away");
    }

    private ModelRef atWork() {
        return scorer.championOf(new EquipmentClass("fan"), new AssetId("F-1"))
                .orElseThrow()
                .ref();
    }

    private static void judged(Assessment assessment) {
        assertThat(assessment).isInstanceOf(Assessment.Normal.class);
    }

    private static void failed(Assessment assessment) {
        assertThat(assessment)
                .isInstanceOfSatisfying(
                        Assessment.NotAssessable.class,
                        not -> assertThat(not.reason()).isEqualTo(Assessment.Reason.SCORER_FAILED));
    }

    private static Window window(String equipment, String asset, float value) {
        FrameSchema schema = new FrameSchema(
                new EquipmentClass(equipment),
                Duration.ofSeconds(1),
                FrameSchema.Precision.SINGLE,
                List.of(new Channel("flow", "", Unit.ONE, Channel.Role.PROCESS)));
        return new Window(new AssetId(asset), schema, 1_000_000_000L, new float[] {value});
    }

    private static List<Verdict> mean(List<Window> windows) {
        List<Verdict> verdicts = new ArrayList<>();
        windows.forEach(window -> verdicts.add(new Verdict.Scored(window.get(0, 0), List.of())));
        return verdicts;
    }

    private interface Judge {
        List<Verdict> judge(List<Window> windows);
    }

    private record Detector(Judge judge) implements AnomalyDetector {
        @Override
        public Provenance provenance() {
            return Provenance.here("nothing", "test", Map.of(), 1, Instant.EPOCH);
        }

        @Override
        public String kind() {
            return "test";
        }

        @Override
        public int windowLength() {
            return 1;
        }

        @Override
        public List<Verdict> judge(List<Window> windows) {
            return judge.judge(windows);
        }
    }

    /** Reads detectors by the name of their folder, if the disk is there. */
    private final class Disk implements DetectorFormat {
        boolean away;
        int tries;

        @Override
        public String kind() {
            return "test";
        }

        @Override
        public void save(AnomalyDetector detector, Path folder) {
            throw new UnsupportedOperationException("nothing is saved here");
        }

        @Override
        public AnomalyDetector load(Path folder) throws IOException {
            tries++;
            if (away) {
                throw new IOException("the disk is away");
            }
            return new Detector(
                    Optional.ofNullable(registry.judges.get(folder.toString())).orElseThrow());
        }
    }

    /** A registry in memory: the newest version of each name is its champion. */
    private static final class Versions implements ModelRegistry {
        private final Map<String, ModelVersion> champions = new TreeMap<>();
        private final Map<String, Judge> judges = new TreeMap<>();
        private long revision;

        void champion(ModelRef ref, Judge judge) {
            Provenance provenance = Provenance.here("nothing", "test", Map.of(), 1, Instant.EPOCH);
            champions.put(ref.name(), new ModelVersion(ref, "test", "", provenance, Map.of(), Instant.EPOCH, true));
            judges.put(artifact(ref).toString(), judge);
            revision++;
        }

        @Override
        public Path artifact(ModelRef model) {
            return Path.of(model.name().replace('/', '-') + "-" + model.version());
        }

        @Override
        public Optional<ModelVersion> find(ModelRef model) {
            return champion(model.name()).filter(version -> version.ref().equals(model));
        }

        @Override
        public List<ModelVersion> all() {
            return List.copyOf(champions.values());
        }

        @Override
        public Optional<ModelVersion> champion(String name) {
            return Optional.ofNullable(champions.get(name));
        }

        @Override
        public long revision() {
            return revision;
        }

        @Override
        public ModelVersion register(
                String name, String kind, Path files, Provenance provenance, Map<String, Double> metrics) {
            throw new UnsupportedOperationException("this registry is told its champions");
        }

        @Override
        public ModelVersion promote(ModelRef model, String by, String reason) {
            throw new UnsupportedOperationException("this registry is told its champions");
        }

        @Override
        public List<Promotion> promotions(String name) {
            return List.of();
        }
    }
}
