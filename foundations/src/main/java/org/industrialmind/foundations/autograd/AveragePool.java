package org.industrialmind.foundations.autograd;

import java.util.List;

/** The mean of each window; the gradient is shared by all its values. */
record AveragePool(Tensor images, Windows windows) implements Operation {
    static Tensor of(Tensor images, Patch patch) {
        return new AveragePool(images, Windows.of(images.shape(), patch)).forward();
    }

    private Tensor forward() {
        double[] y = new double[windows.shape().size()];
        Patch patch = windows.patch();
        for (int at = 0; at < y.length; at++) {
            int first = windows.first(at);
            for (int r = 0; r < patch.rows(); r++) {
                for (int c = 0; c < patch.columns(); c++) {
                    y[at] += images.values[first + r * windows.width() + c];
                }
            }
            y[at] /= patch.rows() * patch.columns();
        }
        return Tensor.made(y, windows.shape(), this);
    }

    @Override
    public List<Tensor> inputs() {
        return List.of(images);
    }

    @Override
    public void backward(Tensor output) {
        double[] dx = images.slot();
        double[] dy = output.slot();
        Patch patch = windows.patch();
        for (int at = 0; at < dy.length; at++) {
            int first = windows.first(at);
            double share = dy[at] / (patch.rows() * patch.columns());
            for (int r = 0; r < patch.rows(); r++) {
                for (int c = 0; c < patch.columns(); c++) {
                    dx[first + r * windows.width() + c] += share;
                }
            }
        }
    }
}
