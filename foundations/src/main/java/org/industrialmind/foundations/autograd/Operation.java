package org.industrialmind.foundations.autograd;

import java.util.List;

/**
 * One step of a computation. The static method {@code of} of each operation is its forward: it computes the values and
 * hands them, with the operation itself, to {@link Tensor#made}.
 */
interface Operation {
    List<Tensor> inputs();

    /**
     * Adds to the gradient of each input that learns what the output's gradient says of it: the chain rule for this step
     * alone.
     */
    void backward(Tensor output);
}
