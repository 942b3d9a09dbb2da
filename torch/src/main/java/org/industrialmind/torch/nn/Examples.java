package org.industrialmind.torch.nn;

/**
 * What a network should learn: for each example an input and the output it should give, one example after the other.
 *
 * <p>The arrays are not copied, since a training set is large and used once; do not change them while a fit runs.
 */
public final class Examples implements ExampleSource {
    private static final float[] ALIKE = {};

    private final float[] inputs;
    private final float[] targets;
    private final float[] weights;
    private final int rows;

    /** @throws IllegalArgumentException if there is no example, or the values do not fill whole examples */
    public Examples(float[] inputs, float[] targets, int rows) {
        this(inputs, targets, ALIKE, rows);
    }

    /**
     * Makes examples of which each counts as often as its weight says.
     *
     * @throws IllegalArgumentException if there is no example, the values do not fill whole examples, or a weight is missing
     *     or below zero
     */
    public Examples(float[] inputs, float[] targets, float[] weights, int rows) {
        if (rows < 1 || inputs.length % rows != 0 || targets.length % rows != 0) {
            throw new IllegalArgumentException(rows + " examples of " + inputs.length + " input and " + targets.length
                    + " target values: expected at least one example and the same number of values in each");
        }
        if (weights.length != 0 && weights.length != rows) {
            throw new IllegalArgumentException(
                    rows + " examples have " + weights.length + " weights: expected one each");
        }
        for (float weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("an example weighs " + weight + ": expected zero or above");
            }
        }
        this.inputs = inputs;
        this.targets = targets;
        this.weights = weights;
        this.rows = rows;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int inputSize() {
        return inputs.length / rows;
    }

    @Override
    public int targetSize() {
        return targets.length / rows;
    }

    @Override
    public void read(int row, float[] into, int inputFrom, float[] intoTargets, int targetFrom) {
        System.arraycopy(inputs, row * inputSize(), into, inputFrom, inputSize());
        System.arraycopy(targets, row * targetSize(), intoTargets, targetFrom, targetSize());
    }

    @Override
    public boolean weighted() {
        return weights.length > 0;
    }

    @Override
    public float weight(int row) {
        return weighted() ? weights[row] : 1;
    }

    float[] inputs() {
        return inputs;
    }

    float[] targets() {
        return targets;
    }

    float[] weights() {
        return weights;
    }
}
