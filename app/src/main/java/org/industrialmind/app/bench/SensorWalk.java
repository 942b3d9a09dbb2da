package org.industrialmind.app.bench;

import java.util.SplittableRandom;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;

/**
 * The readings of one made-up machine: channels that wander about their own levels in Gaussian steps, pulled by common
 * causes, so that principal components have something to find and compression has not.
 *
 * <p>Made to cost next to nothing beside what is measured: the Gaussian steps come from one table, read from a random
 * position on for each row. The same seed gives the same readings. Not safe for use by several threads.
 */
final class SensorWalk {
    private static final int CAUSES = 5;
    private static final float MEMORY = 0.9f; // steps fade over about ten rows, so windows stay alike for ever
    private static final float SHARED = 0.8f;
    private static final int TABLE = 1 << 16;
    private static final float[] STEPS = steps();

    private final AssetId asset;
    private final FrameSchema schema;
    private final SplittableRandom random;
    private final float[] levels;
    private final float[] causes = new float[CAUSES];
    private final float[] own;

    SensorWalk(AssetId asset, FrameSchema schema, long seed) {
        this.asset = asset;
        this.schema = schema;
        random = new SplittableRandom(seed);
        levels = new float[schema.width()];
        own = new float[schema.width()];
        for (int channel = 0; channel < levels.length; channel++) {
            levels[channel] = (float) random.nextDouble(20, 200);
        }
    }

    private static float[] steps() {
        SplittableRandom random = new SplittableRandom(1);
        float[] steps = new float[TABLE];
        for (int i = 0; i < TABLE; i++) {
            steps[i] = (float) random.nextGaussian();
        }
        return steps;
    }

    AssetId asset() {
        return asset;
    }

    FrameSchema schema() {
        return schema;
    }

    /** Returns the next rows, the first at that time and the others a period of the schema apart. */
    Frame next(long firstNanos, int rows) {
        int width = schema.width();
        long[] times = new long[rows];
        double[] values = new double[rows * width]; // [row, channel]
        for (int row = 0; row < rows; row++) {
            times[row] = firstNanos + row * schema.periodNanos();
            step(values, row * width);
        }
        return Frame.good(asset, schema, times, values);
    }

    private void step(double[] values, int at) {
        int draw = random.nextInt();
        for (int cause = 0; cause < CAUSES; cause++) {
            causes[cause] = MEMORY * causes[cause] + STEPS[draw++ & TABLE - 1];
        }
        for (int channel = 0; channel < own.length; channel++) {
            own[channel] = MEMORY * own[channel] + STEPS[draw++ & TABLE - 1];
            values[at + channel] = levels[channel] + SHARED * causes[channel % CAUSES] + own[channel];
        }
    }
}
