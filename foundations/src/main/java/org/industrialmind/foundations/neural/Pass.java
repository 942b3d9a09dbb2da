package org.industrialmind.foundations.neural;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.industrialmind.foundations.autograd.Tensor;

/**
 * Why a network is run: to train it, when chance puts values out and a batch norm takes the moments of the batch, or to ask
 * it, when the answer must depend on the input alone.
 */
public final class Pass {
    private static final Pass ASKING = new Pass(Optional.empty());

    private final Optional<RandomGenerator> chance;

    private Pass(Optional<RandomGenerator> chance) {
        this.chance = chance;
    }

    /** Returns the pass of a network in use; the same input gives the same output. */
    public static Pass asking() {
        return ASKING;
    }

    /** Returns a pass of training, which draws from this generator. */
    public static Pass training(RandomGenerator random) {
        return new Pass(Optional.of(random));
    }

    public boolean isTraining() {
        return chance.isPresent();
    }

    /** Puts out a share of the values in training, and none otherwise. */
    public Tensor dropout(Tensor values, double share) {
        return share > 0 && chance.isPresent() ? values.dropout(share, chance.get()) : values;
    }
}
