package org.industrialmind.learning.novelty;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.format.NamedTensors;

/**
 * A way to learn normal windows by their lagged rows alone, so that it serves plain series as well: a board scores every
 * row, a detector the windows of machines.
 */
public interface LaggedMethod extends NoveltyMethod {
    /** Returns how many rows before the newest are laid beside it, from 0; fewer where windows are shorter. */
    int lags();

    /** Returns how many rows of a window lie from one lagged row that is looked at to the next, at least 1. */
    default int step() {
        return 1;
    }

    /**
     * Learns from lagged rows.
     *
     * @param rows [row, lag and channel], each channel in its deviations, in order of time
     */
    RowCloud cloud(Matrix rows);

    /**
     * Brings a cloud back.
     *
     * @param size values of a lagged row
     * @throws IllegalArgumentException if the tensors are not what it keeps
     */
    RowCloud restore(int size, NamedTensors tensors);

    @Override
    default KnownNormal learn(NormalWindows windows, long seed) {
        return LaggedNormal.learn(this, windows);
    }

    @Override
    default KnownNormal restore(Layout layout, NamedTensors tensors) {
        return LaggedNormal.restore(this, layout, tensors);
    }
}
