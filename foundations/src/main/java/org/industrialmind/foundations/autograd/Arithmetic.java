package org.industrialmind.foundations.autograd;

import java.util.List;

/** Two tensors combined value by value; a repeated value collects the gradient of all its uses. */
record Arithmetic(Kind kind, Tensor left, Tensor right) implements Operation {
    /** What is computed of two numbers, and its slope along each. */
    enum Kind {
        PLUS {
            @Override
            double of(double a, double b) {
                return a + b;
            }

            @Override
            double slopeLeft(double a, double b) {
                return 1;
            }

            @Override
            double slopeRight(double a, double b) {
                return 1;
            }
        },
        MINUS {
            @Override
            double of(double a, double b) {
                return a - b;
            }

            @Override
            double slopeLeft(double a, double b) {
                return 1;
            }

            @Override
            double slopeRight(double a, double b) {
                return -1;
            }
        },
        TIMES {
            @Override
            double of(double a, double b) {
                return a * b;
            }

            @Override
            double slopeLeft(double a, double b) {
                return b;
            }

            @Override
            double slopeRight(double a, double b) {
                return a;
            }
        },
        DIVIDED_BY {
            @Override
            double of(double a, double b) {
                return a / b;
            }

            @Override
            double slopeLeft(double a, double b) {
                return 1 / b;
            }

            @Override
            double slopeRight(double a, double b) {
                return -a / (b * b);
            }
        };

        abstract double of(double a, double b);

        abstract double slopeLeft(double a, double b);

        abstract double slopeRight(double a, double b);
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
                    da[l + i * leftStep] += dy[at + i] * kind.slopeLeft(a[l + i * leftStep], b[r + i * rightStep]);
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
