package org.industrialmind.foundations.autograd;

import java.util.List;

/** Tensors one after the other along an axis; seen as [outer, part], the parts of each row side by side. */
record Join(List<Tensor> parts, int outer) implements Operation {
    static Tensor of(List<Tensor> given, int axis) {
        List<Tensor> parts = List.copyOf(given);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("nothing to join: expected at least one tensor");
        }
        Shape first = parts.getFirst().shape();
        int sum = 0;
        for (Tensor part : parts) {
            if (part.shape().rank() != first.rank()
                    || !part.shape().with(axis, 1).equals(first.with(axis, 1))) {
                throw new IllegalArgumentException("cannot join " + first + " and " + part.shape() + " along axis "
                        + axis + ": expected the same lengths along all other axes");
            }
            sum += part.length(axis);
        }
        return new Join(parts, first.product(0, first.axis(axis))).forward(first.with(axis, sum));
    }

    static Tensor stacked(List<Tensor> given, int axis) {
        return of(given.stream().map(part -> widened(part, axis)).toList(), axis);
    }

    private static Tensor widened(Tensor part, int axis) {
        int[] lengths = part.shape().lengths();
        int[] wider = new int[lengths.length + 1];
        int place = axis < 0 ? axis + wider.length : axis;
        for (int i = 0; i < wider.length; i++) {
            wider[i] = i == place ? 1 : lengths[i < place ? i : i - 1];
        }
        return part.reshaped(wider);
    }

    private Tensor forward(Shape shape) {
        double[] y = new double[shape.size()];
        int width = y.length / outer;
        int at = 0;
        for (Tensor part : parts) {
            int own = part.values.length / outer;
            for (int o = 0; o < outer; o++) {
                System.arraycopy(part.values, o * own, y, o * width + at, own);
            }
            at += own;
        }
        return Tensor.made(y, shape, this);
    }

    @Override
    public List<Tensor> inputs() {
        return parts;
    }

    @Override
    public void backward(Tensor output) {
        double[] dy = output.slot();
        int width = dy.length / outer;
        int at = 0;
        for (Tensor part : parts) {
            int own = part.values.length / outer;
            if (part.learns()) {
                double[] dx = part.slot();
                for (int i = 0; i < dx.length; i++) {
                    dx[i] += dy[i / own * width + at + i % own];
                }
            }
            at += own;
        }
    }
}
