package org.industrialmind.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.industrialmind.advisor.condition.ConditionBoard;
import org.industrialmind.advisor.condition.VibrationWatch;
import org.industrialmind.learning.vibration.severity.SeverityTable;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.signal.Unit;
import org.industrialmind.telemetry.store.InMemorySampleStore;
import org.junit.jupiter.api.Test;

class BoardRecallTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long LAST = 1_000_000 * SECOND;
    private static final ModelRef MODEL = new ModelRef("anomaly/fan", 1);
    private static final FrameSchema SCHEMA = new FrameSchema(
            new EquipmentClass("fan"),
            Duration.ofSeconds(1),
            FrameSchema.Precision.SINGLE,
            List.of(new Channel("vibration", "", new Unit("mm/s"), Channel.Role.CONDITION)));
    private static final Asset FAN = fan("F-1");
    private static final Asset NEW_FAN = fan("F-2");

    private final InMemorySampleStore store = new InMemorySampleStore();
    private final AssetCatalogue machines = new AssetCatalogue();
    private final ConditionBoard board =
            new ConditionBoard(() -> Instant.EPOCH, new VibrationWatch(SeverityTable.defaults()));

    private static Asset fan(String tag) {
        return new Asset(
                new AssetId(tag), "Fan", SCHEMA.equipmentClass(), new PlantPath("North", "Air", "Ventilation"), 2);
    }

    @Test
    void a_machine_that_sends_nothing_now_stands_as_it_was_last_seen() {
        store.prepare(SCHEMA);
        store.write(List.of(Frame.good(FAN.id(), SCHEMA, new long[] {LAST}, new double[] {2})));
        store.writeAssessments(List.of(
                new Assessment.Normal(FAN.id(), LAST - 15 * SECOND, MODEL, 0.3),
                new Assessment.Normal(FAN.id(), LAST - 5 * SECOND, MODEL, 0.4)));
        machines.declare(FAN, SCHEMA);
        machines.declare(NEW_FAN, SCHEMA);

        new BoardRecall(store, 60).recall(machines, board);

        ConditionBoard.Standing seen = board.standing(FAN, List.of(), Optional.empty());
        assertThat(seen.condition()).isEqualTo(ConditionBoard.Condition.NORMAL);
        assertThat(seen.score()).isEqualTo(0.4);
        assertThat(seen.lastSeen()).contains(Instant.EPOCH.plusNanos(LAST - 5 * SECOND));
        assertThat(board.standing(NEW_FAN, List.of(), Optional.empty()).lastSeen())
                .isEmpty();
    }
}
