package org.industrialmind.foundations.autograd;

import java.util.List;

/** Two tensors combined value by value; a repeated value collects the gradient of all its uses. */
record Arithmetic(Kind kind, Tensor left, Tensor right) implements Operation {
    enum Kind {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY;

        double of(double a, double b) {
            return switch (this) {
                case PLUS -> a + b;
                case MINUS -> a - b;
                case TIMES -> a * b;
                case DIVIDED_BY -> a / b;
            };
        }

        double slopeLeft(double b) {
            return switch (this) {
                case PLUS, MINUS -> 1;
                case TIMES -> b;
                case DIVIDED_BY -> 1 / b;
            };
        }

        double slopeRight(double a, double b) {
            return switch (this) {
                case PLUS -> 1;
                case MINUS -> -1;
                case TIMES -> a;
                case DIVIDED_BY -> -a / (b * b);
            };
        }
    }

    static Tensor of(Kind kind, Tensor left, Tensor right) {
        Broadcast broadcast = Broadcast.of(left.shape(), right.shape());
        double[] y = new double[broadcast.shape().size()];
        double[] a = left.values;
        double[] b = right.values;
        broadcast.forEach((at, l, leftStep, r, rightStep, count) -> {
            for (int i = 0; i < count; i++) {
                y[at + i] = kind.of(a[l + i * leftStep], b[r + i * rightStep]);
            }
        });
        return Tensor.made(y, broadcast.shape(), new Arithmetic(kind, left, right));
    }

    @Override
    public List<Tensor> inputs() {
        return List.of(left, right);
    }

    @Override
    public void backward(Tensor output) {
        double[] dy = output.slot();
        double[] a = left.values;
        double[] b = right.values;
        Broadcast broadcast = Broadcast.of(left.shape(), right.shape());
        if (left.learns()) {
            double[] da = left.slot();
            broadcast.forEach((at, l, leftStep, r, rightStep, count) -> {
                for (int i = 0; i < count; i++) {
                    da[l + i * leftStep] += dy[at + i] * kind.slopeLeft(b[r + i * rightStep]);
                }
            });
        }
        if (right.learns()) {
            double[] db = right.slot();
            broadcast.forEach((at, l, leftStep, r, rightStep, count) -> {
                for (int i = 0; i < count; i++) {
                    db[r + i * rightStep] += dy[at + i] * kind.slopeRight(a[l + i * leftStep], b[r + i * rightStep]);
                }
            });
        }
    }
}
