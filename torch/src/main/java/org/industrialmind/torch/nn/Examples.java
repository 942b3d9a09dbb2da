package org.industrialmind.torch.nn;

/**
 * What a network should learn: for each example an input and the output it should give, one example after the other.
 *
 * <p>The arrays are not copied, since a training set is large and used once; do not change them while a fit runs.
 */
public final class Examples {
    private final float[] inputs;
    private final float[] targets;
    private final int rows;

    /** @throws IllegalArgumentException if there is no example, or the values do not fill whole examples */
    public Examples(float[] inputs, float[] targets, int rows) {
        if (rows < 1 || inputs.length % rows != 0 || targets.length % rows != 0) {
            throw new IllegalArgumentException(rows + " examples of " + inputs.length + " input and " + targets.length
                    + " target values: expected at least one example and the same number of values in each");
        }
        this.inputs = inputs;
        this.targets = targets;
        this.rows = rows;
    }

    public int rows() {
        return rows;
    }

    float[] inputs() {
        return inputs;
    }

    float[] targets() {
        return targets;
    }

    void requireFits(NetworkSpec spec) {
        if (inputs.length / rows != spec.inputSize() || targets.length / rows != spec.outputSize()) {
            throw new IllegalArgumentException("examples have " + inputs.length / rows + " input and "
                    + targets.length / rows + " target values: the network expects " + spec.inputSize() + " and "
                    + spec.outputSize());
        }
    }
}
