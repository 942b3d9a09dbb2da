package org.industrialmind.learning.novelty;

import org.industrialmind.learning.anomaly.StandardWindow;

/** Windows of which one channel is put right, to see what is left of their novelty without it. */
final class Occlusion {
    private Occlusion() {}

    /** Returns the window with the channel at its normal level throughout. */
    static StandardWindow without(StandardWindow window, int channel) {
        float[] values = new float[window.length() * window.width()];
        window.copyTo(values, 0);
        for (int at = channel; at < values.length; at += window.width()) {
            values[at] = 0;
        }
        return window.with(values);
    }
}
