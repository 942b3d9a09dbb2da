package org.industrialmind.foundations.autograd;

import java.util.List;

/** Outermost entries of a table, picked by their places; one picked twice collects both gradients. */
final class Rows implements Operation {
    private final Tensor table;
    private final int[] places;

    private Rows(Tensor table, int[] places) {
        this.table = table;
        this.places = places;
    }

    static Tensor of(Tensor table, int[] places) {
        Shape shape = table.shape();
        int rows = shape.length(0);
        int width = shape.size() / rows;
        double[] y = new double[Math.multiplyExact(places.length, width)];
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0 || places[i] >= rows) {
                throw new IllegalArgumentException(
                        "no row " + places[i] + " in a table of shape " + shape + ": expected 0 to " + (rows - 1));
            }
            System.arraycopy(table.values, places[i] * width, y, i * width, width);
        }
        return Tensor.made(y, shape.with(0, places.length), new Rows(table, places.clone()));
    }

    @Override
    public List<Tensor> inputs() {
        return List.of(table);
    }

    @Override
    public void backward(Tensor output) {
        double[] dx = table.slot();
        double[] dy = output.slot();
        int width = dy.length / places.length;
        for (int i = 0; i < dy.length; i++) {
            dx[places[i / width] * width + i % width] += dy[i];
        }
    }
}
