package org.industrialmind.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.learning.selection.EnsembleDetector;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.lifecycle.registry.Promotion;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChampionPoliciesTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-06T00:00:00Z"));
    private static final ModelRef MODEL = new ModelRef("anomaly/fan", 3);
    private static final FrameSchema SCHEMA = new FrameSchema(
            new EquipmentClass("fan"),
            Duration.ofSeconds(10),
            FrameSchema.Precision.SINGLE,
            List.of(
                    new Channel("speed", "", Unit.ONE, Channel.Role.DRIVE),
                    new Channel("flow", "", Unit.ONE, Channel.Role.PROCESS),
                    new Channel("power", "", Unit.ONE, Channel.Role.PROCESS),
                    new Channel("vibration", "", Unit.ONE, Channel.Role.CONDITION)));

    @Test
    void an_ensemble_comes_back_from_its_files_with_the_policy_it_was_trained_with(@TempDir Path folder)
            throws IOException {
        EnsembleDetector trained = (EnsembleDetector)
                DetectorKind.ENSEMBLE.trainer(CLOCK).train(new WindowSet("two fans", windows(1, 0, 4000)), 1);
        AtomicReference<Instant> now = new AtomicReference<>(CLOCK.instant());
        Path late = Files.createDirectory(folder.resolve("late"));
        ChampionPolicies patient =
                new ChampionPolicies(new OneVersion(DetectorKind.ENSEMBLE, late), DetectorKind.formats(), now::get);
        assertThat(patient.of(MODEL)).isEmpty();
        DetectorKind.ENSEMBLE.format().save(trained, late);
        assertThat(patient.of(MODEL)).as("not read again at once").isEmpty();
        now.set(CLOCK.instant().plusSeconds(31));
        assertThat(patient.of(MODEL)).as("files that were only late").isPresent();

        DetectorKind.ENSEMBLE.format().save(trained, Files.createDirectory(folder.resolve("there")));
        ChampionPolicies policies = new ChampionPolicies(
                new OneVersion(DetectorKind.ENSEMBLE, folder.resolve("there")), DetectorKind.formats(), CLOCK);

        DecisionPolicy policy = policies.of(MODEL).orElseThrow();
        assertThat(policy.fleet()).isEqualTo(trained.policy().fleet()).isPresent();
        assertThat(policy.relative(new AssetId("F-1"), DecisionPolicy.EVERY_REGIME, 1.3))
                .isEqualTo(trained.policy().relative(new AssetId("F-1"), DecisionPolicy.EVERY_REGIME, 1.3));
        assertThat(policies.of(MODEL).orElseThrow()).isSameAs(policy); // read once
        assertThat(policies.of(new ModelRef("anomaly/fan", 4))).isEmpty();

        AnomalyDetector loaded = DetectorKind.ENSEMBLE.format().load(folder.resolve("there"));
        List<Window> faulty = windows(2, 12, 400);
        assertThat(loaded.judge(faulty)).isEqualTo(trained.judge(faulty));
        assertThat(loaded.judge(faulty))
                .anyMatch(verdict -> verdict instanceof Verdict.Scored scored && scored.abnormal());
    }

    @Test
    void a_version_of_another_kind_has_no_policy_and_one_that_cannot_be_read_holds_nothing_up(@TempDir Path folder) {
        ChampionPolicies plain =
                new ChampionPolicies(new OneVersion(DetectorKind.PCA, folder), DetectorKind.formats(), CLOCK);
        assertThat(plain.of(MODEL)).isEmpty();
        Path nothing = folder.resolve("nothing");
        ChampionPolicies gone =
                new ChampionPolicies(new OneVersion(DetectorKind.ENSEMBLE, nothing), DetectorKind.formats(), CLOCK);
        assertThat(Files.exists(nothing)).isFalse();
        assertThat(gone.of(MODEL)).isEmpty();
    }

    /** Two fans whose readings hang together; the fault shifts the vibration, in standard deviations. */
    private static List<Window> windows(long seed, double fault, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Window> windows = new ArrayList<>();
        for (int fan = 1; fan <= 2; fan++) {
            float[] values = new float[rows * SCHEMA.width()];
            double hidden = 0;
            for (int row = 0; row < rows; row++) {
                hidden = 0.9 * hidden + 0.4 * random.nextGaussian();
                values[4 * row] = 900;
                values[4 * row + 1] = (float) (100 * fan + hidden + 0.5 * random.nextGaussian());
                values[4 * row + 2] = (float) (40 + 0.5 * hidden + 0.3 * random.nextGaussian());
                values[4 * row + 3] = (float) (2 + 0.1 * (fault + random.nextGaussian()));
            }
            for (int end = 60; end <= rows; end += 12) {
                float[] cells = new float[60 * SCHEMA.width()];
                System.arraycopy(values, (end - 60) * SCHEMA.width(), cells, 0, cells.length);
                windows.add(new Window(new AssetId("F-" + fan), SCHEMA, end * SCHEMA.periodNanos(), cells));
            }
        }
        return windows;
    }

    /** A registry of one version, whose files lie in a folder. */
    private record OneVersion(DetectorKind kind, Path folder) implements ModelRegistry {
        @Override
        public Path artifact(ModelRef model) {
            return folder;
        }

        @Override
        public Optional<ModelVersion> find(ModelRef model) {
            Provenance provenance = Provenance.here("two fans", "test", Map.of(), 1, CLOCK.instant());
            return model.equals(MODEL)
                    ? Optional.of(new ModelVersion(MODEL, kind.code(), "", provenance, Map.of(), CLOCK.instant(), true))
                    : Optional.empty();
        }

        @Override
        public ModelVersion register(
                String name, String ofKind, Path files, Provenance provenance, Map<String, Double> metrics) {
            throw new UnsupportedOperationException("this registry has one version");
        }

        @Override
        public List<ModelVersion> all() {
            return find(MODEL).stream().toList();
        }

        @Override
        public Optional<ModelVersion> champion(String name) {
            return find(MODEL);
        }

        @Override
        public ModelVersion promote(ModelRef model, String by, String reason) {
            throw new UnsupportedOperationException("this registry has one version");
        }

        @Override
        public List<Promotion> promotions(String name) {
            return List.of();
        }

        @Override
        public long revision() {
            return 1;
        }
    }
}
