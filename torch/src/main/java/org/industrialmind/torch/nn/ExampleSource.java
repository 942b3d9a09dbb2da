package org.industrialmind.torch.nn;

/**
 * Where a fit takes its examples from: all of them at once in {@link Examples}, or made one by one when they are asked for,
 * such as windows that overlap and would take many times the memory of what they are cut from.
 *
 * <p>Examples are asked for in any order, from a thread of the fit's own, so what is made must depend on the row alone.
 */
public interface ExampleSource {
    int rows();

    /** Returns how many values one input has. */
    int inputSize();

    /** Returns how many values one target has. */
    int targetSize();

    /** Writes one example into arrays with room for a batch, beginning at the given places. */
    void read(int row, float[] inputs, int inputFrom, float[] targets, int targetFrom);

    /** Returns whether examples weigh differently. */
    default boolean weighted() {
        return false;
    }

    /** Returns how often an example counts. */
    default float weight(int row) {
        return 1;
    }
}
