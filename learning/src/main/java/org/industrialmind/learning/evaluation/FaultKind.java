package org.industrialmind.learning.evaluation;

import java.util.Locale;
import java.util.SplittableRandom;
import org.industrialmind.signal.Window;

/** The ways in which a single channel of a normal window can be made to look faulty. */
public enum FaultKind {
    /** All readings stand off by the size. */
    SHIFT(true),
    /** The readings leave the normal ones at the start of the window and are off by the size at its end. */
    DRIFT(true),
    /** Noise is added whose standard deviation is the size. */
    NOISE(true),
    /** The first reading is repeated. */
    STUCK(false),
    /** One reading in ten is off by twice the size. */
    SPIKES(true),
    /** The readings are those of another time: each as usual, and out of step with the other channels. */
    DECOUPLED(false);

    private static final int SPIKE_EVERY = 10;

    private final boolean sized;

    FaultKind(boolean sized) {
        this.sized = sized;
    }

    /** Returns whether faults of this kind can be large or small. */
    public boolean sized() {
        return sized;
    }

    /** Returns the name that reports give it, such as {@code stuck}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the window with this fault in one channel; readings that are missing stay missing.
     *
     * @param size in the unit of the channel; its sign says up or down
     * @param other a window of the same machine, regime and length, of another time
     */
    Window into(Window window, int channel, double size, Window other, SplittableRandom random) {
        int rows = window.length();
        float[] values = window.values();
        float held = firstRead(window, channel);
        int phase = this == SPIKES ? random.nextInt(SPIKE_EVERY) : 0;
        for (int row = 0; row < rows; row++) {
            float normal = window.get(row, channel);
            double faulty = switch (this) {
                case SHIFT -> normal + size;
                case DRIFT -> normal + size * (row + 1) / rows;
                case NOISE -> normal + size * random.nextGaussian();
                case STUCK -> Float.isNaN(normal) ? normal : held;
                case SPIKES -> row % SPIKE_EVERY == phase ? normal + 2 * size : normal;
                case DECOUPLED -> Float.isNaN(normal) ? normal : other.get(row, channel);
            };
            values[row * window.width() + channel] = (float) faulty;
        }
        return window.with(values);
    }

    private static float firstRead(Window window, int channel) {
        for (int row = 0; row < window.length(); row++) {
            if (Float.isFinite(window.get(row, channel))) {
                return window.get(row, channel);
            }
        }
        return Float.NaN;
    }
}
