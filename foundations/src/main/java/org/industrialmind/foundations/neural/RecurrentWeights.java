package org.industrialmind.foundations.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.industrialmind.foundations.autograd.Tensor;

/** Draws the weights of gates that lie side by side. */
final class RecurrentWeights {
    private RecurrentWeights() {}

    /** Draws one Xavier block for each gate. Shape: [inputs, gates hidden]. */
    static Tensor fromInput(int inputs, int hidden, int gates, RandomGenerator random) {
        return blocks(Initialiser.XAVIER, inputs, hidden, gates, random);
    }

    /** Draws one orthogonal block for each gate. Shape: [hidden, gates hidden]. */
    static Tensor fromBefore(int hidden, int gates, RandomGenerator random) {
        return blocks(Initialiser.ORTHOGONAL, hidden, hidden, gates, random);
    }

    private static Tensor blocks(Initialiser initialiser, int inputs, int hidden, int gates, RandomGenerator random) {
        List<Tensor> blocks = new ArrayList<>();
        for (int gate = 0; gate < gates; gate++) {
            blocks.add(Tensor.of(initialiser.draw(inputs, hidden, random), inputs, hidden));
        }
        return Tensor.parameter(Tensor.joined(1, blocks).values(), inputs, gates * hidden);
    }
}
