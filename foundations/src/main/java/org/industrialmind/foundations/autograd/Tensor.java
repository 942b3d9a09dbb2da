package org.industrialmind.foundations.autograd;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Numbers along any number of axes that remember how they were computed (reverse-mode automatic differentiation).
 *
 * <p>Every operation below returns a new tensor that points to the tensors it was made from. {@link #backward()} of a single
 * number walks this graph from its end to its beginnings and applies the chain rule at every step; afterwards each
 * {@linkplain #parameter parameter} holds the gradient of that number with respect to itself. A gradient is added to what is
 * there already, so that a parameter used twice, or a batch taken in two parts, adds up; {@link #clearGradient()} begins
 * anew. An operation on tensors of which none learns remembers nothing.
 *
 * <p>Shapes combine as in numpy: aligned at the innermost axis, an axis of length 1 or a missing one is repeated. An axis
 * may be counted from the end: -1 is the innermost.
 *
 * <p>Double precision throughout: finite differences then confirm a gradient to eight digits, where single precision leaves
 * three and cannot tell a wrong term from rounding. This is the readable reference; fast training belongs to the torch
 * module.
 *
 * <p>Values never change, those of a parameter by {@link #update} alone. Tensors may be read by many threads; a backward
 * pass and an update want the parameters for themselves.
 *
 * <ol>
 *   <li>Linnainmaa 1976, Taylor expansion of the accumulated rounding error, BIT 16.
 *   <li>Griewank and Walther 2008, Evaluating Derivatives, 2nd ed., chapter 3.
 *   <li>Karpathy 2020, micrograd: the same idea on single numbers, in a hundred lines.
 * </ol>
 */
public final class Tensor {
    final double[] values;
    private final Shape shape;
    private final boolean learns;
    private final @Nullable Operation operation;
    private double @Nullable [] gradient;

    private Tensor(double[] values, Shape shape, boolean learns, @Nullable Operation operation) {
        this.values = values;
        this.shape = shape;
        this.learns = learns;
        this.operation = operation;
    }

    /**
     * Takes known numbers, row after row; copied.
     *
     * @throws IllegalArgumentException if there are more or fewer values than the shape holds
     */
    public static Tensor of(double[] values, int... shape) {
        return leaf(values, Shape.of(shape), false);
    }

    /**
     * Takes numbers to be learned, row after row; copied.
     *
     * @throws IllegalArgumentException if there are more or fewer values than the shape holds
     */
    public static Tensor parameter(double[] values, int... shape) {
        return leaf(values, Shape.of(shape), true);
    }

    /** Takes a single number; a tensor without axes. */
    public static Tensor scalar(double value) {
        return of(new double[] {value});
    }

    public static Tensor zeros(int... shape) {
        Shape known = Shape.of(shape);
        return new Tensor(new double[known.size()], known, false, null);
    }

    private static Tensor leaf(double[] values, Shape shape, boolean learns) {
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(
                    "seen " + values.length + " values for the shape " + shape + ": expected " + shape.size());
        }
        return new Tensor(values.clone(), shape, learns, null);
    }

    /** What an operation made; it is forgotten where none of its inputs learns. */
    static Tensor made(double[] values, Shape shape, Operation operation) {
        for (Tensor input : operation.inputs()) {
            if (input.learns) {
                return new Tensor(values, shape, true, operation);
            }
        }
        return new Tensor(values, shape, false, null);
    }

    // --- what it is

    public Shape shape() {
        return shape;
    }

    /** Returns the length of an axis; -1 is the innermost one. */
    public int length(int axis) {
        return shape.length(axis);
    }

    /** Returns all values, row after row; a copy. */
    public double[] values() {
        return values.clone();
    }

    /**
     * Returns the only value.
     *
     * @throws IllegalStateException if there are several
     */
    public double value() {
        if (values.length != 1) {
            throw new IllegalStateException("a tensor of shape " + shape + " is not a single number");
        }
        return values[0];
    }

    /** Returns whether a gradient is wanted: a parameter, or computed from one. */
    public boolean learns() {
        return learns;
    }

    /** Returns the same values without their history: no gradient passes through here. */
    public Tensor detached() {
        return new Tensor(values, shape, false, null);
    }

    // --- the backward pass

    /**
     * Adds the gradient of this number to every parameter that it was computed from.
     *
     * @throws IllegalStateException if this is not a single number, or was not computed from any parameter
     */
    public void backward() {
        if (values.length != 1 || !learns) {
            throw new IllegalStateException("no gradient of a tensor of shape " + shape
                    + (learns ? ": expected a single number" : " that depends on no parameter"));
        }
        slot()[0] += 1;
        Tape.endingAt(this).walkBack();
    }

    /** Returns the gradient collected so far, zeros where there is none yet; a copy. */
    public double[] gradient() {
        return gradient == null ? new double[values.length] : gradient.clone();
    }

    public void clearGradient() {
        if (gradient != null) {
            Arrays.fill(gradient, 0);
        }
    }

    /**
     * Lets a parameter be changed in place, or a constant that keeps a running state.
     *
     * @param change is handed the values to write and the gradient to read, the arrays themselves
     * @throws IllegalStateException if this tensor was computed from others
     */
    public void update(BiConsumer<double[], double[]> change) {
        if (operation != null) {
            throw new IllegalStateException("a tensor computed from others cannot be updated: update its parameters");
        }
        change.accept(values, learns ? slot() : new double[values.length]);
    }

    /** Returns the array in which the gradient is collected. */
    double[] slot() {
        if (gradient == null) {
            gradient = new double[values.length];
        }
        return gradient;
    }

    List<Tensor> inputs() {
        return operation == null ? List.of() : operation.inputs();
    }

    void passBack() {
        if (operation != null) {
            operation.backward(this);
            gradient = null; // passed on; only parameters keep theirs
        }
    }

    // --- arithmetic

    public Tensor plus(Tensor other) {
        return Arithmetic.of(Arithmetic.Kind.PLUS, this, other);
    }

    public Tensor minus(Tensor other) {
        return Arithmetic.of(Arithmetic.Kind.MINUS, this, other);
    }

    public Tensor times(Tensor other) {
        return Arithmetic.of(Arithmetic.Kind.TIMES, this, other);
    }

    public Tensor dividedBy(Tensor other) {
        return Arithmetic.of(Arithmetic.Kind.DIVIDED_BY, this, other);
    }

    public Tensor plus(double shift) {
        return Elementwise.of(this, new Curve.Line(1, shift));
    }

    public Tensor times(double factor) {
        return Elementwise.of(this, new Curve.Line(factor, 0));
    }

    public Tensor negated() {
        return times(-1);
    }

    public Tensor power(double exponent) {
        return Elementwise.of(this, new Curve.Power(exponent));
    }

    public Tensor squared() {
        return Elementwise.of(this, Curve.Named.SQUARE);
    }

    public Tensor exp() {
        return Elementwise.of(this, Curve.Named.EXP);
    }

    public Tensor log() {
        return Elementwise.of(this, Curve.Named.LOG);
    }

    public Tensor tanh() {
        return Elementwise.of(this, Curve.Named.TANH);
    }

    public Tensor sigmoid() {
        return Elementwise.of(this, Curve.Named.SIGMOID);
    }

    public Tensor relu() {
        return Elementwise.of(this, Curve.Named.RELU);
    }

    /** Returns x Phi(x) of each value, a relu with a round corner; Phi is the normal distribution. */
    public Tensor gelu() {
        return Elementwise.of(this, Curve.Named.GELU);
    }

    /** Returns log(1 + e^x) of each value. */
    public Tensor softplus() {
        return Elementwise.of(this, Curve.Named.SOFTPLUS);
    }

    // --- along axes

    /** Returns the sum of all values, a single number. */
    public Tensor sum() {
        return Sum.ofAll(this);
    }

    public Tensor mean() {
        return sum().times(1.0 / values.length);
    }

    /** Returns the sums along an axis, which is gone afterwards. */
    public Tensor sum(int axis) {
        return Sum.along(this, axis);
    }

    public Tensor mean(int axis) {
        return sum(axis).times(1.0 / length(axis));
    }

    /** Returns the largest values along an axis, which is gone afterwards; the first of equal ones has the gradient. */
    public Tensor max(int axis) {
        return Maximum.along(this, axis);
    }

    /** Returns e^x over the sum of all e^x along the innermost axis; minus infinity masks a place. */
    public Tensor softmax() {
        return Softmax.of(this);
    }

    /** Returns the logarithm of {@link #softmax()}, right where that is 0 to rounding. */
    public Tensor logSoftmax() {
        return LogSoftmax.of(this);
    }

    /**
     * Returns the mean of -log softmax of the right class, a single number. Shape: scores [row, class], labels [row].
     *
     * @throws IllegalArgumentException if the shapes differ, or a label is outside the classes
     */
    public Tensor crossEntropy(int[] labels) {
        double[] ones = new double[labels.length];
        Arrays.fill(ones, 1);
        return crossEntropy(labels, ones);
    }

    /** Returns the mean of -log softmax of the right class over rows that count as their weight says. */
    public Tensor crossEntropy(int[] labels, double[] weights) {
        return CrossEntropy.of(this, labels, weights);
    }

    // --- products

    /**
     * Returns the matrix product over the two innermost axes. Shape: [..., m, k] times [k, n], or times [..., k, n] with the
     * same outer axes -> [..., m, n].
     *
     * @throws IllegalArgumentException if the shapes do not fit
     */
    public Tensor matrixTimes(Tensor right) {
        return MatrixProduct.of(this, right);
    }

    /**
     * Slides filters over sequences. Shape: [batch, channel, time] with filters [filter, channel, width] -> [batch, filter,
     * (time + 2 padding - width) / stride + 1].
     */
    public Tensor convolve1d(Tensor filters, int stride, int padding) {
        return Convolution.of1d(this, filters, stride, padding);
    }

    /**
     * Slides filters over images. Shape: [batch, channel, height, width] with filters [filter, channel, rows, columns] ->
     * [batch, filter, (height + 2 padding - rows) / stride + 1, (width + 2 padding - columns) / stride + 1].
     */
    public Tensor convolve2d(Tensor filters, int stride, int padding) {
        return Convolution.of2d(this, filters, stride, padding);
    }

    /** Returns the largest value of each window of time. Shape: [batch, channel, time]. */
    public Tensor maxPool1d(int width, int stride) {
        return MaxPool.of(Layout.upright(this), Patch.row(width, stride, 0)).flatAgain();
    }

    /** Returns the largest value of each square. Shape: [batch, channel, height, width]. */
    public Tensor maxPool2d(int size, int stride) {
        return MaxPool.of(this, Patch.square(size, stride, 0));
    }

    /** Returns the mean of each window of time. Shape: [batch, channel, time]. */
    public Tensor averagePool1d(int width, int stride) {
        return AveragePool.of(Layout.upright(this), Patch.row(width, stride, 0)).flatAgain();
    }

    /** Returns the mean of each square. Shape: [batch, channel, height, width]. */
    public Tensor averagePool2d(int size, int stride) {
        return AveragePool.of(this, Patch.square(size, stride, 0));
    }

    // --- normalising

    /** Returns each row of the innermost axis with mean 0 and variance 1; epsilon is added to the variance. */
    public Tensor standardisedRows(double epsilon) {
        return Standardisation.ofRows(this, epsilon).output();
    }

    /**
     * Returns each channel with mean 0 and variance 1 over the batch and all places, together with the means and variances.
     * Shape: [batch, channel] or [batch, channel, place ...].
     */
    public Standardised standardisedChannels(double epsilon) {
        return Standardisation.ofChannels(this, epsilon);
    }

    /** Puts out a share of the values, drawn by chance, and scales the others up so that the mean stays. */
    public Tensor dropout(double share, RandomGenerator random) {
        return times(Dropout.mask(shape, share, random));
    }

    // --- places

    /** Returns the same values in another shape; one length may be -1: what is left. */
    public Tensor reshaped(int... lengths) {
        return Layout.reshape(this, lengths);
    }

    /** Returns the tensor with its axes in another order. */
    public Tensor permuted(int... axes) {
        return Layout.permute(this, axes);
    }

    /** Returns the tensor with its two innermost axes exchanged. */
    public Tensor transposed() {
        return Layout.transpose(this);
    }

    /** Returns the part of an axis from one place to before another. */
    public Tensor slice(int axis, int from, int to) {
        return Slice.of(this, axis, from, to);
    }

    /** Returns one place of an axis, which is gone afterwards. */
    public Tensor at(int axis, int place) {
        Tensor part = slice(axis, place, place + 1);
        return Layout.reshape(part, part.shape.without(axis).lengths());
    }

    /** Returns the outermost entries at these places, in this order: rows of a table, as an embedding. */
    public Tensor rows(int... places) {
        return Rows.of(this, places);
    }

    /** Joins tensors along an axis; all other axes have the same lengths. */
    public static Tensor joined(int axis, List<Tensor> parts) {
        return Join.of(parts, axis);
    }

    /** Puts tensors of one shape side by side along a new axis. */
    public static Tensor stacked(int axis, List<Tensor> parts) {
        return Join.stacked(parts, axis);
    }

    private Tensor flatAgain() {
        return Layout.reshape(this, shape.without(2).lengths());
    }

    @Override
    public String toString() {
        return "Tensor" + shape + (values.length == 1 ? "(" + values[0] + ")" : "");
    }
}
