package org.industrialmind.torch.anomaly;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Channel.Role;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;

/**
 * A few machines of one class for tests: a command with two levels, and fifteen channels that follow a load and an ambient
 * temperature which drift slowly, each machine with gains of its own and with noise.
 */
final class Mill {
    static final int ROWS = 60;
    static final int STRIDE = 10;
    static final int FOLLOWERS = 15;

    private static final long SECOND = 1_000_000_000L;
    private static final int LEVEL_SECONDS = 3000;

    private final long seed;
    private final int assets;

    Mill(long seed, int assets) {
        this.seed = seed;
        this.assets = assets;
    }

    static FrameSchema schema() {
        List<Channel> channels = new ArrayList<>();
        channels.add(new Channel("speed_command", "Speed command", new Unit("%"), Role.DRIVE));
        for (int i = 0; i < FOLLOWERS; i++) {
            channels.add(new Channel(
                    "follower_" + i, "Follower " + i, new Unit("1"), i < 10 ? Role.PROCESS : Role.CONDITION));
        }
        return new FrameSchema(
                new EquipmentClass("mill"), Duration.ofSeconds(1), FrameSchema.Precision.SINGLE, channels);
    }

    /** What is wrong with a machine: every follower is changed as {@code change} says. */
    interface Fault {
        double change(int follower, double value, Random random);
    }

    static final Fault NONE = (follower, value, random) -> value;

    /** One follower reads too high by that many standard deviations of its own noise. */
    static Fault shifted(int follower, double noises) {
        return (f, value, random) -> f == follower ? value + noises * noise(f) : value;
    }

    /** One follower becomes restless. */
    static Fault nervous(int follower, double noises) {
        return (f, value, random) -> f == follower ? value + noises * noise(f) * random.nextGaussian() : value;
    }

    private static double noise(int follower) {
        return 0.2 + 0.02 * follower;
    }

    WindowSet normal(int windowsPerAsset) {
        List<Window> windows = new ArrayList<>();
        for (int asset = 0; asset < assets; asset++) {
            windows.addAll(windows(asset, 0, windowsPerAsset, NONE));
        }
        return new WindowSet("test mills, seed " + seed, windows);
    }

    /** Returns consecutive windows of one machine that begin that many seconds after the epoch. */
    List<Window> windows(int asset, int fromSecond, int count, Fault fault) {
        FrameSchema schema = schema();
        int seconds = (count - 1) * STRIDE + ROWS;
        float[] rows = new float[seconds * schema.width()];
        Random noise = new Random(seed * 1_000_003 + asset * 101L + fromSecond);
        for (int s = 0; s < seconds; s++) {
            row(asset, fromSecond + s, noise, fault, rows, s * schema.width());
        }
        List<Window> windows = new ArrayList<>();
        for (int w = 0; w < count; w++) {
            float[] values = new float[ROWS * schema.width()];
            System.arraycopy(rows, w * STRIDE * schema.width(), values, 0, values.length);
            long end = (long) (fromSecond + w * STRIDE + ROWS) * SECOND;
            windows.add(new Window(new AssetId("M-" + asset), schema, end, values));
        }
        return windows;
    }

    private void row(int asset, int second, Random noise, Fault fault, float[] rows, int position) {
        Random nature = new Random(seed * 31 + asset);
        double level = second / LEVEL_SECONDS % 2 == 0 ? 40 : 80;
        double load = Math.sin(second / 170.0 + asset) + 0.5 * Math.sin(second / 37.0);
        double ambient = Math.sin(second / 300.0);
        rows[position] = (float) (level + 0.02 * noise.nextGaussian());
        for (int f = 0; f < FOLLOWERS; f++) {
            double offset = 10 * nature.nextGaussian() + level * nature.nextDouble();
            double gain = Math.cos(f) * (1 + 0.1 * nature.nextGaussian());
            double warmth = Math.sin(f);
            double value = offset + gain * load + warmth * ambient + noise(f) * noise.nextGaussian();
            rows[position + 1 + f] = (float) fault.change(f, value, noise);
        }
    }
}
