package org.industrialmind.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.industrialmind.app.platform.AssetCatalogue;
import org.industrialmind.lifecycle.database.TestDatabase;
import org.industrialmind.lifecycle.training.TrainingJob;
import org.industrialmind.lifecycle.training.TrainingQueue;
import org.industrialmind.serving.platform.AssetDirectory;
import org.industrialmind.serving.training.TrainingOrder;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.signal.Unit;
import org.industrialmind.telemetry.scoring.ScoringConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an order becomes, beside the trainings that a real database has kept. */
final class JobPlannerIT {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.5Z");
    private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
    private static final FrameSchema SCHEMA = new FrameSchema(
            new EquipmentClass("fan"),
            Duration.ofSeconds(1),
            FrameSchema.Precision.SINGLE,
            List.of(new Channel("vibration", "", new Unit("mm/s"), Channel.Role.CONDITION)));

    @TempDir
    private Path models;

    private final Plant plant = new Plant();
    private final DataSource database = TestDatabase.empty();
    private Instant now = NOW;
    private final TrainingQueue queue = new TrainingQueue(database, () -> now);

    /** Machines to which more may come. */
    private static final class Plant implements AssetDirectory {
        private final AssetCatalogue machines = new AssetCatalogue();

        @Override
        public List<Asset> assets() {
            return machines.assets();
        }

        @Override
        public Optional<FrameSchema> schema(AssetId asset) {
            return machines.schema(asset);
        }

        @Override
        public List<FrameSchema> classes() {
            return List.of(SCHEMA);
        }

        @Override
        public void describe(FrameSchema schema) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void add(Asset asset) {
            machines.describe(asset, SCHEMA);
        }
    }

    private void fan(String tag) {
        plant.add(new Asset(
                new AssetId(tag), "Fan", SCHEMA.equipmentClass(), new PlantPath("North", "Air", "Ventilation"), 2));
    }

    private TrainingJob plan(String model, Optional<String> detector, Optional<Instant> from) {
        return new JobPlanner(queue, plant, ScoringConfig.defaults(), models, () -> now)
                .plan(new TrainingOrder(model, detector, from, Optional.empty(), Optional.empty()));
    }

    @Test
    void the_first_training_is_of_all_machines_of_a_class_from_then_until_now() {
        fan("F-1");
        fan("F-2");
        TrainingJob job = plan("anomaly/fan", Optional.empty(), Optional.of(MONDAY));
        assertThat(job.kind()).isEqualTo("gaussian");
        assertThat(job.assets()).containsExactly(new AssetId("F-1"), new AssetId("F-2"));
        assertThat(job.schemaId()).isEqualTo(SCHEMA.id());
        assertThat(job.from()).isEqualTo(MONDAY);
        assertThat(job.to()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(job.windowLength()).isEqualTo(ScoringConfig.defaults().windowLength());
        assertThat(plan("anomaly/fan/F-2", Optional.empty(), Optional.of(MONDAY))
                        .assets())
                .containsExactly(new AssetId("F-2"));
    }

    @Test
    void a_later_training_is_like_the_last_with_the_machines_that_came_since() {
        fan("F-2");
        TrainingJob first = plan("anomaly/fan", Optional.of("pca"), Optional.of(MONDAY));
        queue.submit(first);
        assertThat(plan("anomaly/fan", Optional.empty(), Optional.empty())).isEqualTo(first);

        now = NOW.plusSeconds(3600);
        assertThat(plan("anomaly/fan", Optional.empty(), Optional.empty())).isEqualTo(first);
        fan("F-1");
        TrainingJob later = plan("anomaly/fan", Optional.empty(), Optional.empty());
        assertThat(later.kind()).isEqualTo("pca");
        assertThat(later.to()).as("when the new machine has readings").isEqualTo("2026-11-20T13:00:00Z");
        assertThat(later.assets()).containsExactly(new AssetId("F-2"), new AssetId("F-1"));
    }

    @Test
    void after_an_overhaul_it_learns_from_then_up_to_now() {
        fan("F-1");
        queue.submit(plan("anomaly/fan", Optional.empty(), Optional.of(MONDAY)));
        now = NOW.plus(Duration.ofDays(9));
        TrainingJob later = plan("anomaly/fan", Optional.empty(), Optional.of(NOW.plus(Duration.ofDays(5))));
        assertThat(later.from()).isEqualTo(NOW.plus(Duration.ofDays(5)));
        assertThat(later.to()).isEqualTo("2026-11-29T12:00:00Z");
    }

    @Test
    void a_training_that_failed_for_want_of_readings_is_not_repeated_over_the_same_span() throws SQLException {
        fan("F-1");
        queue.submit(plan("anomaly/fan", Optional.empty(), Optional.of(MONDAY)));
        TestDatabase.execute(database, "UPDATE lifecycle.training_job SET state = 'FAILED', reason = 'nothing stored'");
        now = NOW.plusSeconds(3600);
        TrainingJob again = plan("anomaly/fan", Optional.empty(), Optional.empty());
        assertThat(again.from()).isEqualTo(MONDAY);
        assertThat(again.to()).isEqualTo("2026-11-20T13:00:00Z");
    }

    @Test
    void says_what_is_missing() {
        fan("F-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("anomaly/fan", Optional.empty(), Optional.empty()))
                .withMessageContaining(
                        "say since when its machines ran normally with 'from' (--from), such as 2026-11-19T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("anomaly/pump", Optional.empty(), Optional.of(MONDAY)))
                .withMessageContaining("next: use one of [anomaly/fan]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("anomaly/fan", Optional.of("crystal-ball"), Optional.of(MONDAY)))
                .withMessageContaining("there is no detector 'crystal-ball'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("anomaly/fan", Optional.of("onnx"), Optional.of(MONDAY)))
                .withMessageContaining("no network has been brought for anomaly/fan yet");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("anomaly/fan", Optional.empty(), Optional.of(NOW.plusSeconds(60))))
                .withMessageContaining("a span that is not empty");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> plan("anomaly/fan", Optional.empty(), Optional.of(Instant.parse("0001-01-01T00:00:00Z"))))
                .withMessageContaining("longer than the 800 days that can be learned from");
    }
}
