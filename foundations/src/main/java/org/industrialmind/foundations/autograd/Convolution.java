package org.industrialmind.foundations.autograd;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.algebra.Gemm;

/**
 * Filters that slide over images (without flipping them: what networks call convolution is a correlation).
 *
 * <p>Every window of an image, written as a column, turns the sum over channels, rows and columns into a matrix product:
 * filters [filter, c r s] times windows [c r s, place]. Backward uses the same matrices: the filters' gradient is dy times
 * the windows' transpose, and each column of filters' times dy is added back to where its window was taken. The windows are
 * written anew on the way back, which is cheaper than keeping them.
 *
 * <ol>
 *   <li>Chellapilla, Puri and Simard 2006, High performance convolutional neural networks for document processing.
 * </ol>
 *
 * <p>Shape: images [batch, channel, height, width], filters [filter, channel, row, column].
 */
final class Convolution implements Operation {
    private final Tensor images;
    private final Tensor filters;
    private final Patch patch;
    private final int outputRows;
    private final int outputColumns;

    private Convolution(Tensor images, Tensor filters, Patch patch) {
        this.images = images;
        this.filters = filters;
        this.patch = patch;
        outputRows = patch.outputRows(images.length(2));
        outputColumns = patch.outputColumns(images.length(3));
    }

    static Tensor of2d(Tensor images, Tensor filters, int stride, int padding) {
        requireFit(images.shape(), filters.shape(), 4);
        return new Convolution(
                        images,
                        filters,
                        new Patch(filters.length(2), filters.length(3), stride, stride, padding, padding))
                .forward();
    }

    static Tensor of1d(Tensor sequences, Tensor filters, int stride, int padding) {
        requireFit(sequences.shape(), filters.shape(), 3);
        Patch patch = Patch.row(filters.length(2), stride, padding);
        Tensor y = new Convolution(Layout.upright(sequences), Layout.upright(filters), patch).forward();
        return y.reshaped(y.length(0), y.length(1), y.length(3));
    }

    private static void requireFit(Shape images, Shape filters, int rank) {
        if (images.rank() != rank || filters.rank() != rank || images.length(1) != filters.length(1)) {
            throw new IllegalArgumentException("cannot slide filters of shape " + filters + " over " + images
                    + ": expected " + rank + " axes each, and the same number of channels in the second");
        }
    }

    private Tensor forward() {
        int batch = images.length(0);
        int count = filters.length(0);
        int depth = depth();
        int places = outputRows * outputColumns;
        double[] windows = new double[depth * places];
        double[] y = new double[batch * count * places];
        for (int b = 0; b < batch; b++) {
            writeWindows(b, windows);
            Gemm.add(
                    count,
                    places,
                    depth,
                    1,
                    filters.values,
                    0,
                    depth,
                    1,
                    windows,
                    0,
                    places,
                    1,
                    y,
                    b * count * places,
                    places);
        }
        return Tensor.made(y, Shape.of(batch, count, outputRows, outputColumns), this);
    }

    @Override
    public List<Tensor> inputs() {
        return List.of(images, filters);
    }

    @Override
    public void backward(Tensor output) {
        double[] dy = output.slot();
        int count = filters.length(0);
        int depth = depth();
        int places = outputRows * outputColumns;
        double[] windows = new double[depth * places];
        for (int b = 0; b < images.length(0); b++) {
            int at = b * count * places;
            if (filters.learns()) {
                writeWindows(b, windows);
                Gemm.add(count, depth, places, 1, dy, at, places, 1, windows, 0, 1, places, filters.slot(), 0, depth);
            }
            if (images.learns()) {
                Arrays.fill(windows, 0);
                Gemm.add(depth, places, count, 1, filters.values, 0, 1, depth, dy, at, places, 1, windows, 0, places);
                addWindows(b, windows);
            }
        }
    }

    private int depth() {
        return filters.values.length / filters.length(0);
    }

    /** Writes the windows of one image as columns; zeros where a window reaches over the edge. */
    private void writeWindows(int b, double[] windows) {
        forEachRun(b, (at, pixel, step, from, to, end) -> {
            Arrays.fill(windows, at, at + from, 0);
            for (int i = from; i < to; i++) {
                windows[at + i] = images.values[pixel + i * step];
            }
            Arrays.fill(windows, at + to, at + end, 0);
        });
    }

    /** Adds each column back to where its window was taken. */
    private void addWindows(int b, double[] windows) {
        double[] dx = images.slot();
        forEachRun(b, (at, pixel, step, from, to, end) -> {
            for (int i = from; i < to; i++) {
                dx[pixel + i * step] += windows[at + i];
            }
        });
    }

    /** A row of outputs as one tap of the filters sees it: output i meets pixel + i step, for i in [from, to) of [0, end). */
    @FunctionalInterface
    private interface Run {
        void visit(int at, int pixel, int step, int from, int to, int end);
    }

    private void forEachRun(int b, Run run) {
        int channels = images.length(1);
        int height = images.length(2);
        int width = images.length(3);
        int stride = patch.columnStride();
        int at = 0;
        for (int c = 0; c < channels; c++) {
            for (int r = 0; r < patch.rows(); r++) {
                for (int s = 0; s < patch.columns(); s++) {
                    int shift = s - patch.columnPadding(); // the pixel that output 0 meets
                    int from = Math.min(outputColumns, Math.max(0, Math.ceilDiv(-shift, stride)));
                    int to = Math.max(from, Math.min(outputColumns, Math.ceilDiv(width - shift, stride)));
                    for (int o = 0; o < outputRows; o++, at += outputColumns) {
                        int y = o * patch.rowStride() + r - patch.rowPadding();
                        boolean outside = y < 0 || y >= height;
                        int pixel = ((b * channels + c) * height + y) * width + shift;
                        run.visit(at, pixel, stride, outside ? 0 : from, outside ? 0 : to, outputColumns);
                    }
                }
            }
        }
    }
}
