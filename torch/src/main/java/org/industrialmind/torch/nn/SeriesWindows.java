package org.industrialmind.torch.nn;

import java.util.List;

/**
 * Windows cut from long series when they are asked for, so that a month of minutes takes the memory of a month of minutes,
 * however much the windows overlap. The target of a window is the window itself, for autoencoders, or what follows it.
 *
 * <p>Shape of a series: [channel][time]; of an input [channel, length]; of a target [channel, length], or [channel, ahead].
 * The arrays are not copied.
 */
public final class SeriesWindows implements ExampleSource {
    private final List<float[][]> series;
    private final int channels;
    private final int length;
    private final int ahead;
    private final int stride;
    private final int[] before; // windows in the series before each one, and in all

    private SeriesWindows(List<float[][]> series, int length, int ahead, int stride) {
        this.series = List.copyOf(series);
        this.length = length;
        this.ahead = ahead;
        this.stride = stride;
        if (length < 1 || stride < 1 || ahead < 0 || series.isEmpty()) {
            throw new IllegalArgumentException(
                    series.size() + " series cut into windows of " + length + " every " + stride + " steps, " + ahead
                            + " ahead: expected at least one series and a positive length and stride");
        }
        channels = series.getFirst().length;
        before = new int[series.size() + 1];
        for (int i = 0; i < series.size(); i++) {
            before[i + 1] = before[i] + count(series.get(i));
        }
        if (before[series.size()] == 0) {
            throw new IllegalArgumentException(
                    "no series is long enough for a window of " + length + " and " + ahead + " steps ahead");
        }
    }

    /** Cuts windows whose target is themselves. */
    public static SeriesWindows ofThemselves(List<float[][]> series, int length, int stride) {
        return new SeriesWindows(series, length, 0, stride);
    }

    /** Cuts windows whose target is the steps that follow. */
    public static SeriesWindows ofWhatFollows(List<float[][]> series, int length, int ahead, int stride) {
        if (ahead < 1) {
            throw new IllegalArgumentException("forecast of " + ahead + " steps: expected 1 or more");
        }
        return new SeriesWindows(series, length, ahead, stride);
    }

    private int count(float[][] one) {
        int time = one.length == 0 ? 0 : one[0].length;
        for (float[] channel : one) {
            if (channel.length != time || one.length != channels) {
                throw new IllegalArgumentException("a series has " + one.length + " channels of " + channel.length
                        + " and " + time + " steps: expected " + channels + " channels of one length");
            }
        }
        int room = time - length - ahead;
        return room < 0 ? 0 : room / stride + 1;
    }

    @Override
    public int rows() {
        return before[series.size()];
    }

    @Override
    public int inputSize() {
        return channels * length;
    }

    @Override
    public int targetSize() {
        return channels * (ahead > 0 ? ahead : length);
    }

    @Override
    public void read(int row, float[] inputs, int inputFrom, float[] targets, int targetFrom) {
        int which = 0;
        while (before[which + 1] <= row) {
            which++;
        }
        int from = (row - before[which]) * stride;
        int targetLength = targetSize() / channels;
        for (int c = 0; c < channels; c++) {
            float[] channel = series.get(which)[c];
            System.arraycopy(channel, from, inputs, inputFrom + c * length, length);
            int begin = ahead > 0 ? from + length : from;
            System.arraycopy(channel, begin, targets, targetFrom + c * targetLength, targetLength);
        }
    }
}
