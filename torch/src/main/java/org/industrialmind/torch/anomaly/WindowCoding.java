package org.industrialmind.torch.anomaly;

import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.signal.FrameSchema;

/**
 * How a window in standard deviations becomes what the network reads: [time, channel] to [channel, step], each step the
 * mean of some consecutive rows.
 *
 * <p>Drives go in, since they say what to expect of the rest; but they are not judged, since what a machine is asked to do
 * is no fault of the machine.
 *
 * @param judged positions of the channels that are judged, ascending
 */
record WindowCoding(int channels, int rows, int steps, List<Integer> judged) {
    /** @throws IllegalArgumentException if no channel is left to judge or there are fewer rows than steps */
    WindowCoding {
        judged = List.copyOf(judged);
        if (judged.isEmpty()) {
            throw new IllegalArgumentException(
                    "every channel is a drive: expected at least one process or condition channel to judge");
        }
        if (steps > rows) {
            throw new IllegalArgumentException("window of " + rows + " rows cannot be reduced to " + steps
                    + " steps: expected at least as many rows; choose fewer steps or longer windows");
        }
    }

    static WindowCoding of(FrameSchema schema, int rows, int steps) {
        List<Integer> judged = IntStream.range(0, schema.width())
                .filter(c -> schema.channel(c).role().judged())
                .boxed()
                .toList();
        return new WindowCoding(schema.width(), rows, steps, judged);
    }

    int inputSize() {
        return channels * steps;
    }

    int outputSize() {
        return judged.size() * steps;
    }

    /** Returns the first row of the step; that of the step after the last is the number of rows. */
    int firstRow(int step) {
        return step * rows / steps;
    }

    /** Writes the window's [channel, step] values into the target. */
    void encode(Standing window, float[] target, int position) {
        for (int c = 0; c < channels; c++) {
            for (int s = 0; s < steps; s++) {
                target[position + c * steps + s] = mean(window, c, firstRow(s), firstRow(s + 1));
            }
        }
    }

    /** Copies the judged channels of an encoded window: [channel, step] -> [judged, step]. */
    void judged(float[] encoded, int from, float[] target, int position) {
        for (int j = 0; j < judged.size(); j++) {
            System.arraycopy(encoded, from + judged.get(j) * steps, target, position + j * steps, steps);
        }
    }

    /** Returns the mean of what was read of those rows, or 0, the normal level, if nothing was. */
    private static float mean(Standing window, int channel, int from, int to) {
        float sum = 0;
        int read = 0;
        for (int row = from; row < to; row++) {
            if (window.read(row, channel)) {
                sum += window.z().get(row, channel);
                read++;
            }
        }
        return read == 0 ? 0 : sum / read;
    }
}
