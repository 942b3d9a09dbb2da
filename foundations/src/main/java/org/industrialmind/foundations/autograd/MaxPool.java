package org.industrialmind.foundations.autograd;

import java.util.List;

/** The largest value of each window; the gradient goes to where it was found, the first of equal ones. */
final class MaxPool implements Operation {
    private final Tensor images;
    private final int[] found; // for each output, the place of its value in the images

    private MaxPool(Tensor images, int[] found) {
        this.images = images;
        this.found = found;
    }

    static Tensor of(Tensor images, Patch patch) {
        Windows windows = Windows.of(images.shape(), patch);
        int[] found = new int[windows.shape().size()];
        double[] y = new double[found.length];
        for (int at = 0; at < y.length; at++) {
            int first = windows.first(at);
            int best = first;
            for (int r = 0; r < patch.rows(); r++) {
                for (int c = 0; c < patch.columns(); c++) {
                    int place = first + r * windows.width() + c;
                    best = images.values[place] > images.values[best] ? place : best;
                }
            }
            found[at] = best;
            y[at] = images.values[best];
        }
        return Tensor.made(y, windows.shape(), new MaxPool(images, found));
    }

    @Override
    public List<Tensor> inputs() {
        return List.of(images);
    }

    @Override
    public void backward(Tensor output) {
        double[] dx = images.slot();
        double[] dy = output.slot();
        for (int at = 0; at < found.length; at++) {
            dx[found[at]] += dy[at];
        }
    }
}
