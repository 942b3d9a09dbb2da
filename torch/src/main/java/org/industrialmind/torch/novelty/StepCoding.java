package org.industrialmind.torch.novelty;

import java.util.List;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.novelty.Layout;

/**
 * How a window becomes what a network reads: [time, channel] to [channel, step], each step the mean of some consecutive
 * rows. A mean lies within {@value #CLIP} sigma: what one wild reading may do to all that is expected.
 */
record StepCoding(int rows, int channels, int steps) {
    static final float CLIP = 10;

    /** Returns a coding into at most so many steps. */
    static StepCoding of(Layout layout, int most) {
        return new StepCoding(layout.rows(), layout.channels(), Math.min(layout.rows(), most));
    }

    int size() {
        return channels * steps;
    }

    /** Returns the first row of the step; that of the step after the last is the number of rows. */
    int firstRow(int step) {
        return step * rows / steps;
    }

    /** Returns the windows one after the other. Shape: [window, channel, step]. */
    float[] encode(List<StandardWindow> windows) {
        float[] encoded = new float[windows.size() * size()];
        for (int w = 0; w < windows.size(); w++) {
            encode(windows.get(w), encoded, w * size());
        }
        return encoded;
    }

    private void encode(StandardWindow window, float[] encoded, int at) {
        for (int s = 0; s < steps; s++) {
            int from = firstRow(s);
            int to = firstRow(s + 1);
            for (int c = 0; c < channels; c++) {
                float sum = 0;
                for (int row = from; row < to; row++) {
                    sum += window.get(row, c);
                }
                encoded[at + c * steps + s] = Math.clamp(sum / (to - from), -CLIP, CLIP);
            }
        }
    }

    /**
     * Returns some of the steps of encoded windows. Shape: [window, channel, step] -> [window, channel, to - from].
     *
     * @param from the first of them, from 0
     * @param to the one after the last
     */
    float[] part(float[] encoded, int from, int to) {
        int length = to - from;
        float[] part = new float[encoded.length / steps * length];
        for (int at = 0; at < encoded.length / steps; at++) {
            System.arraycopy(encoded, at * steps + from, part, at * length, length);
        }
        return part;
    }
}
