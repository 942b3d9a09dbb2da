package org.industrialmind.advisor.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.industrialmind.learning.vibration.severity.SeverityTable;
import org.industrialmind.learning.vibration.severity.Zone;
import org.industrialmind.learning.vibration.severity.ZoneLimits;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Channel.Role;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Installation;
import org.industrialmind.signal.Installation.Support;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VibrationWatchTest {
    /** Zones end at 1.4, 2.8 and 4.5 mm/s. */
    static final Asset FAN = new Asset(
                    new AssetId("F-601"),
                    "Fan",
                    new EquipmentClass("fan"),
                    new PlantPath("North", "Utilities", "Air"),
                    3)
            .installed(new Installation(37, Support.RIGID));

    private static final FrameSchema SCHEMA = new FrameSchema(
            FAN.equipmentClass(),
            Duration.ofSeconds(1),
            FrameSchema.Precision.SINGLE,
            List.of(
                    new Channel("flow", "Flow", new Unit("m3/h"), Role.PROCESS),
                    new Channel("vibration_de", "Velocity", new Unit("mm/s"), Role.CONDITION)));
    private static final ModelRef MODEL = new ModelRef("anomaly/fan", 1);
    private static final int STRIDE = 10;

    private final VibrationWatch watch = new VibrationWatch(SeverityTable.defaults());

    private static Window window(int endSecond, float... velocities) {
        float[] values = new float[2 * velocities.length];
        for (int row = 0; row < velocities.length; row++) {
            values[2 * row] = 40_000;
            values[2 * row + 1] = velocities[row];
        }
        return new Window(FAN.id(), SCHEMA, endSecond * 1_000_000_000L, values);
    }

    private static Assessment normal(Window window) {
        return new Assessment.Normal(window.asset(), window.endNanos(), MODEL, 0.3);
    }

    /** Lets the fan vibrate steadily for so many seconds, in windows of a minute that end every ten seconds. */
    static void run(VibrationWatch watch, double velocity, int seconds) {
        float[] minute = new float[60];
        Arrays.fill(minute, (float) velocity);
        for (int end = 60; end <= seconds; end += STRIDE) {
            Window window = window(end, minute);
            watch.on(window, normal(window));
        }
    }

    private double velocity() {
        return watch.of(FAN).orElseThrow().points().getFirst().velocity();
    }

    @Test
    void a_steady_vibration_is_told_as_it_is_with_limits_and_their_source() {
        run(watch, 2, 600);
        VibrationSeverity severity = watch.of(FAN).orElseThrow();
        assertThat(severity.points()).hasSize(1);
        assertThat(severity.points().getFirst().channel()).isEqualTo("vibration_de");
        assertThat(velocity()).isCloseTo(2, within(1e-9));
        assertThat(severity.zone()).isEqualTo(Zone.B);
        assertThat(severity.limits()).isEqualTo(new ZoneLimits(1.4, 2.8, 4.5));
        assertThat(severity.standard()).isEqualTo("ISO 20816-3 group 2");
    }

    @Test
    void every_row_counts_once_and_fades_with_two_minutes() {
        int seconds = 200;
        float[] all = new float[seconds];
        for (int s = 0; s < seconds; s++) {
            all[s] = 1 + s % 7;
        }
        for (int end = 60; end <= seconds; end += STRIDE) {
            Window window = window(end, Arrays.copyOfRange(all, end - 60, end));
            watch.on(window, normal(window));
            watch.on(window, normal(window)); // a late row has it assessed again
        }
        double weight = 0;
        double square = 0;
        for (int s = 0; s < seconds; s++) {
            double share = Math.exp(-(seconds - 1 - s) / 120.0);
            weight += share;
            square += share * all[s] * all[s];
        }
        assertThat(velocity()).isCloseTo(Math.sqrt(square / weight), within(1e-9));
    }

    @Test
    void one_knock_does_not_change_the_zone_and_a_lasting_change_does() {
        run(watch, 1, 600);
        float[] knocked = new float[60];
        Arrays.fill(knocked, 1);
        knocked[59] = 6;
        Window knock = window(610, knocked);
        watch.on(knock, normal(knock));
        assertThat(watch.of(FAN).orElseThrow().zone()).isEqualTo(Zone.A);

        float[] lasting = new float[180];
        Arrays.fill(lasting, 6);
        Window worse = window(790, lasting);
        watch.on(worse, normal(worse));
        assertThat(watch.of(FAN).orElseThrow().zone()).isEqualTo(Zone.D);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"STANDSTILL", "TRANSIENT"})
    void a_machine_that_stops_or_changes_over_begins_anew(Reason reason) {
        run(watch, 2, 600);
        Window stopped = window(610, new float[60]);
        watch.on(stopped, new Assessment.NotAssessable(FAN.id(), stopped.endNanos(), reason));
        assertThat(watch.of(FAN)).isEmpty();

        float[] again = new float[60];
        Arrays.fill(again, 3);
        Window steady = window(670, again);
        watch.on(steady, normal(steady));
        watch.on(stopped, new Assessment.NotAssessable(FAN.id(), stopped.endNanos(), reason)); // assessed again
        assertThat(velocity()).as("nothing of before counts").isCloseTo(3, within(1e-9));
    }

    @Test
    void a_machine_without_a_model_has_a_zone_all_the_same() {
        Window window = window(60, 3, 3, 3);
        for (int end = 3; end <= 60; end += 3) {
            window = window(end, 3, 3, 3);
            watch.on(window, new Assessment.NotAssessable(FAN.id(), window.endNanos(), Reason.NO_MODEL));
        }
        assertThat(watch.of(FAN).map(VibrationSeverity::zone)).contains(Zone.C);
    }

    @Test
    void less_than_a_minute_of_readings_tells_nothing() {
        float[] gappy = new float[60];
        Arrays.fill(gappy, Float.NaN);
        gappy[59] = 9;
        Window window = window(60, gappy);
        watch.on(window, normal(window));
        assertThat(watch.of(FAN)).isEmpty();
    }

    @Test
    void readings_from_before_a_long_silence_are_forgotten() {
        run(watch, 9, 600);
        Window later = window(4200, 1, 1, 1);
        watch.on(later, normal(later));
        assertThat(watch.of(FAN)).isEmpty();
    }

    @Test
    void nothing_is_told_where_nobody_has_said_how_the_machine_stands() {
        run(watch, 2, 600);
        Asset unsaid = new Asset(FAN.id(), FAN.name(), FAN.equipmentClass(), FAN.path(), FAN.criticality());
        assertThat(watch.of(unsaid)).isEqualTo(Optional.empty());
    }
}
