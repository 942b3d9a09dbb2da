package org.industrialmind.foundations.neural;

import java.util.Arrays;
import org.industrialmind.foundations.autograd.Tensor;

/** What a training makes small. */
@FunctionalInterface
public interface Loss {
    /**
     * Returns the mean loss over a few examples, a single number.
     *
     * @param examples the numbers of the examples
     */
    Tensor of(int[] examples, Pass pass);

    /** Returns the mean cross entropy of a network whose output scores classes. Shape: inputs [example, ...]. */
    static Loss crossEntropy(Layer network, Tensor inputs, int[] labels) {
        return (examples, pass) -> network.forward(inputs.rows(examples), pass)
                .crossEntropy(Arrays.stream(examples).map(i -> labels[i]).toArray());
    }

    /** Returns the mean squared error of a network. Shape: inputs [example, ...], targets [example, output]. */
    static Loss squaredError(Layer network, Tensor inputs, Tensor targets) {
        return (examples, pass) -> network.forward(inputs.rows(examples), pass)
                .minus(targets.rows(examples))
                .squared()
                .mean();
    }
}
