package org.industrialmind.learning.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final AssetId ASSET = new AssetId("S-1");
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private final SyntheticMachines machines = new SyntheticMachines(4);
    private final List<Window> windows = machines.normal(ASSET, START, Duration.ofHours(2));
    private final Baseline baseline = Baseline.fit(new WindowSet("test", windows), BaselineSettings.defaults());

    @Test
    void finds_the_levels_at_which_the_drive_is_held() {
        assertThat(baseline.assets()).containsExactly(ASSET);
        assertThat(baseline.regimes(ASSET)).isEqualTo(3);
        assertThat(baseline.regimes(new AssetId("S-9"))).isZero();
    }

    @Test
    void puts_normal_readings_at_zero_with_spread_one() {
        double[] z = windows.stream()
                .map(baseline::place)
                .filter(Placement.Placed.class::isInstance)
                .map(Placement.Placed.class::cast)
                .filter(placed -> placed.regime() == 0)
                .mapToDouble(placed -> placed.z().get(30, 2))
                .sorted()
                .toArray();
        assertThat(z.length).isGreaterThan(100);
        assertThat(z[z.length / 2]).isCloseTo(0, within(0.5));
        double variance = DoubleStream.of(z).map(v -> v * v).average().orElseThrow();
        assertThat(variance).isBetween(0.4, 2.5);
    }

    @Test
    void clips_what_is_wild_and_takes_what_is_missing_for_normal() {
        Window wild = machines.windows(ASSET, START, Duration.ofSeconds(60), (second, row) -> {
                    row[1] = 1e9f;
                    row[2] = Float.NaN;
                    row[3] = Float.NEGATIVE_INFINITY;
                })
                .getFirst();
        Placement.Placed placed = (Placement.Placed) baseline.place(wild);
        assertThat(placed.z().get(0, 1)).isEqualTo(10);
        assertThat(placed.z().get(0, 2)).isZero();
        assertThat(placed.z().get(0, 3)).isEqualTo(-10);
        assertThat(placed.z().length()).isEqualTo(60);
        assertThat(placed.z().width()).isEqualTo(machines.schema().width());
        float[] copy = new float[1 + 60 * machines.schema().width()];
        placed.z().copyTo(copy, 1);
        assertThat(copy[2]).isEqualTo(10);
    }

    @Test
    void calls_a_machine_without_drives_one_regime() {
        Baseline plain = Baseline.fit(series(channel("p", Channel.Role.PROCESS), noise(400, 1)), settings(5));
        assertThat(plain.regimes(ASSET)).isEqualTo(1);
    }

    @Test
    void takes_a_wandering_drive_for_one_broad_level() {
        double[] wander = new double[6000];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 1; i < wander.length; i++) {
            wander[i] = 0.999 * wander[i - 1] + random.nextGaussian();
        }
        Baseline plain = Baseline.fit(series(channel("d", Channel.Role.DRIVE), wander), settings(5));
        assertThat(plain.regimes(ASSET)).isEqualTo(1);
    }

    @Test
    void does_not_take_noise_on_a_drive_for_transients() {
        double[] noisy = noise(3000, 2);
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += i / 1000 % 2 == 0 ? 50 : 100;
        }
        WindowSet set = series(channel("d", Channel.Role.DRIVE), noisy);
        Baseline plain = Baseline.fit(set, settings(5));
        assertThat(plain.regimes(ASSET)).isEqualTo(2);
        long placed = set.windows().stream()
                .filter(window -> plain.place(window) instanceof Placement.Placed)
                .count();
        assertThat((double) placed / set.windows().size()).isGreaterThan(0.9);
    }

    @Test
    void accepts_a_drive_that_never_moved_read_a_little_differently() {
        double[] constant = new double[1000];
        Arrays.fill(constant, 2950);
        Baseline plain = Baseline.fit(series(channel("d", Channel.Role.DRIVE), constant), settings(5));
        Arrays.fill(constant, 2955);
        Window near =
                series(channel("d", Channel.Role.DRIVE), constant).windows().getFirst();
        assertThat(plain.place(near)).isInstanceOf(Placement.Placed.class);
        Arrays.fill(constant, 1475);
        Window half =
                series(channel("d", Channel.Role.DRIVE), constant).windows().getFirst();
        assertThat(plain.place(half)).isEqualTo(new Placement.Outside(Reason.UNKNOWN_REGIME));
    }

    @Test
    void gives_a_channel_that_never_moved_a_spread_of_its_own() {
        double[] constant = new double[1000];
        Arrays.fill(constant, 24);
        Baseline plain = Baseline.fit(series(channel("p", Channel.Role.PROCESS), constant), settings(5));
        Window same =
                series(channel("p", Channel.Role.PROCESS), constant).windows().getFirst();
        assertThat(((Placement.Placed) plain.place(same)).z().get(0, 0)).isZero();
        Arrays.fill(constant, 24.01); // four in ten thousand: sigma is taken as one
        Window near =
                series(channel("p", Channel.Role.PROCESS), constant).windows().getFirst();
        assertThat(((Placement.Placed) plain.place(near)).z().get(0, 0)).isCloseTo(4.17f, within(0.01f));
    }

    @Test
    void does_not_count_the_rounding_of_a_transmitter_as_news() {
        double[] coarse = noise(3000, 3);
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = Math.rint(coarse[i] / 10) * 10; // steps of ten sigma: nearly always 0
        }
        coarse[17] = 10;
        Baseline plain = Baseline.fit(series(channel("p", Channel.Role.PROCESS), coarse), settings(5));
        Arrays.fill(coarse, 10);
        Window step =
                series(channel("p", Channel.Role.PROCESS), coarse).windows().getFirst();
        assertThat(((Placement.Placed) plain.place(step)).z().get(0, 0)).isEqualTo(2);
    }

    @Test
    void parts_each_regime_in_time_without_a_shared_reading() {
        HoldOut parts = HoldOut.of(new WindowSet("test", windows), 0.3, BaselineSettings.defaults());
        assertThat(parts.calibration()).isNotEmpty();
        for (Window held : parts.calibration()) {
            int regime = ((Placement.Placed) baseline.place(held)).regime();
            assertThat(parts.fit().windows().stream()
                            .filter(window -> baseline.place(window) instanceof Placement.Placed placed
                                    && placed.regime() == regime)
                            .mapToLong(Window::endNanos)
                            .max()
                            .orElseThrow())
                    .isLessThanOrEqualTo(held.startNanos());
        }
        double share = (double) parts.calibration().size() / windows.size();
        assertThat(share).isBetween(0.2, 0.32);
        assertThatThrownBy(() -> HoldOut.of(new WindowSet("test", windows), 1, BaselineSettings.defaults()))
                .hasMessageContaining("share 1.0");
    }

    @Test
    void refuses_settings_out_of_range() {
        assertThatThrownBy(() -> new BaselineSettings(0, 0.8, 0.04, 30)).hasMessageContaining("clip 0.0");
        assertThatThrownBy(() -> new BaselineSettings(10, 1.1, 0.04, 30)).hasMessageContaining("coverage 1.1");
    }

    private static BaselineSettings settings(int minWindows) {
        return new BaselineSettings(10, 0.8, 0.04, minWindows);
    }

    private static Channel channel(String name, Channel.Role role) {
        return new Channel(name, "", Unit.ONE, role);
    }

    private static double[] noise(int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return DoubleStream.generate(random::nextGaussian).limit(length).toArray();
    }

    private static WindowSet series(Channel channel, double[] values) {
        FrameSchema schema = new FrameSchema(
                new EquipmentClass("one"), Duration.ofSeconds(1), FrameSchema.Precision.SINGLE, List.of(channel));
        List<Window> windows = new ArrayList<>();
        for (int end = 20; end <= values.length; end += 10) {
            float[] part = new float[20];
            for (int i = 0; i < 20; i++) {
                part[i] = (float) values[end - 20 + i];
            }
            windows.add(new Window(ASSET, schema, end * 1_000_000_000L, part));
        }
        return new WindowSet("series", windows);
    }

    @Test
    void has_no_scale_without_a_positive_spread() {
        assertThatThrownBy(() -> new Scale(new double[1], new double[] {-1})).hasMessageContaining("spread -1.0");
    }
}
