package org.industrialmind.learning.prepared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.GaussianSettings;
import org.industrialmind.learning.anomaly.GaussianTrainer;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Channel.Role;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Suspect;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;

/** An exchanger whose flow explains what returns and what pressure is lost; all offsets are there before the window begins. */
class OneInstrumentTest {
    private static final AssetId ASSET = new AssetId("E-1");
    private static final int ROWS = 60;
    private static final FrameSchema SCHEMA = new FrameSchema(
            new EquipmentClass("heat-exchanger"),
            Duration.ofSeconds(10),
            FrameSchema.Precision.SINGLE,
            List.of(
                    channel("hot_flow_setpoint", Role.DRIVE),
                    channel("hot_flow", Role.PROCESS),
                    channel("hot_return_flow", Role.PROCESS),
                    channel("hot_dp", Role.PROCESS),
                    channel("conductivity", Role.CONDITION)));

    private static final PreparedDetector DETECTOR = trained();

    private static Channel channel(String name, Role role) {
        return new Channel(name, name, Unit.ONE, role);
    }

    private static PreparedDetector trained() {
        SplittableRandom random = new SplittableRandom(4);
        List<Window> windows = new ArrayList<>();
        for (int w = 0; w < 400; w++) {
            windows.add(window(w, random, 0, 1, 0));
        }
        GaussianTrainer trainer = new GaussianTrainer(GaussianSettings.defaults(), InstantSource.fixed(Instant.EPOCH));
        EpisodeRule unsettled = new EpisodeRule(3, 5, 0.6, Duration.ofMinutes(2)); // windows are far apart here
        return new PreparedTrainer(trainer, PreparedTrainer.Depth.EXPLAINED, BaselineSettings.defaults(), unsettled)
                .train(new WindowSet("an exchanger", windows), 1);
    }

    /**
     * @param off by how much the instrument of the flow reads too much
     * @param fouled factor on the pressure drop
     * @param leaking what does not return
     */
    private static Window window(int number, SplittableRandom random, double off, double fouled, double leaking) {
        float[] values = new float[5 * ROWS];
        double flow = 5 + 0.05 * random.nextGaussian();
        for (int row = 0; row < ROWS; row++) {
            values[5 * row] = 5;
            values[5 * row + 1] = (float) (flow + off + 0.05 * random.nextGaussian());
            values[5 * row + 2] = (float) (flow - leaking + 0.05 * random.nextGaussian());
            values[5 * row + 3] = (float) (fouled * 0.4 * Math.pow(flow / 5, 1.8) + 0.002 * random.nextGaussian());
            values[5 * row + 4] = (float) (500 + 5 * random.nextGaussian());
        }
        return new Window(ASSET, SCHEMA, (number + 1L) * ROWS * SCHEMA.periodNanos(), values);
    }

    private static Verdict.Scored judged(double off, double fouled, double leaking) {
        Window window = window(401, new SplittableRandom(9), off, fouled, leaking);
        return (Verdict.Scored) DETECTOR.judge(List.of(window)).getFirst();
    }

    @Test
    void is_found_by_what_all_others_say_though_nobody_saw_it_shift() {
        Verdict.Scored scored = judged(0.5, 1, 0);
        assertThat(scored.suspect()).isEqualTo(Suspect.SENSOR);
        assertThat(scored.contributions()).extracting(Contribution::channel).containsExactly("hot_flow");
    }

    @Test
    void is_corrected_by_as_much_as_it_is_off() {
        Preparation.Ready ready = DETECTOR.preparation().of(window(401, new SplittableRandom(9), 0.5, 1, 0));
        OneInstrument one = new OneInstrument(
                DETECTOR.preparation(),
                window -> ((Verdict.Scored)
                                DETECTOR.detector().judge(List.of(window)).getFirst())
                        .score());
        Optional<OneInstrument.Correction> best =
                one.best(ready, judged(0.5, 1, 0).score());
        assertThat(best.orElseThrow().by()).isCloseTo(-0.5, within(0.05)); // its noise, and that of the flow itself
        assertThat(best.orElseThrow().score()).isLessThan(1);
    }

    @Test
    void is_not_told_to_be_off_by_a_constant_while_it_is_on_its_way() {
        Window off = window(401, new SplittableRandom(9), 0.5, 1, 0);
        float[] values = off.values();
        for (int row = 0; row < ROWS; row++) {
            values[5 * row + 1] += (row - (ROWS - 1) / 2f) / ROWS; // ten times as fast as ever
        }
        Window climbing = off.with(values);
        Verdict.Scored scored =
                (Verdict.Scored) DETECTOR.judge(List.of(climbing)).getFirst();
        assertThat(scored.abnormal()).isTrue();
        assertThat(scored.suspect()).isEqualTo(Suspect.MACHINE);
    }

    @Test
    void a_machine_that_shows_in_two_places_is_not_taken_for_one_instrument() {
        assertThat(judged(0, 1.2, 0.3).suspect()).isEqualTo(Suspect.MACHINE);
    }
}
