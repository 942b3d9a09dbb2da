package org.industrialmind.foundations.neural;

import org.industrialmind.foundations.autograd.Shape;
import org.industrialmind.foundations.autograd.Tensor;

/** Checks whose messages name the setting or the tensor that is wrong. */
final class Checks {
    private Checks() {}

    static void requireShape(String what, Tensor tensor, int... lengths) {
        Shape expected = Shape.of(lengths);
        if (!tensor.shape().equals(expected)) {
            throw new IllegalArgumentException(
                    "the " + what + " have the shape " + tensor.shape() + ": expected " + expected);
        }
    }

    static void requireRank(String what, Tensor tensor, int rank) {
        if (tensor.shape().rank() != rank) {
            throw new IllegalArgumentException(
                    "the " + what + " have the shape " + tensor.shape() + ": expected " + rank + " axes");
        }
    }

    static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + ": expected 1 or more");
        }
    }

    static void requireShare(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " is " + value + ": expected a number in [0, 1)");
        }
    }
}
