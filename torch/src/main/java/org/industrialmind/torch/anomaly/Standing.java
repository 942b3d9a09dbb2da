package org.industrialmind.torch.anomaly;

import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.signal.Window;

/** A window that has found its place: as it was read, in which regime, and in standard deviations. */
record Standing(Window window, int regime, StandardWindow z) {
    /** Returns whether the cell was read; in standard deviations a missing one looks like the normal level. */
    boolean read(int row, int channel) {
        return !Float.isNaN(window.get(row, channel));
    }
}
