package org.industrialmind.torch.nn;

/** How the learning rate changes over a fit, as a factor on the rate of the settings. */
public sealed interface Schedule {
    /** Returns the factor for the next step; progress is the share of all steps already made, in [0, 1). */
    double factor(double progress);

    /** The same rate throughout. */
    record Constant() implements Schedule {
        @Override
        public double factor(double progress) {
            return 1;
        }
    }

    /**
     * Rises in a line over the first share of the steps, then falls to nothing along half a cosine.
     *
     * @see "Loshchilov and Hutter 2017, SGDR: stochastic gradient descent with warm restarts, ICLR"
     */
    record Cosine(double warmUp) implements Schedule {
        private static final double FIRST = 0.01; // a step of nothing would teach nothing

        public Cosine {
            requireShare(warmUp);
        }

        @Override
        public double factor(double progress) {
            if (progress < warmUp) {
                return Math.max(FIRST, progress / warmUp);
            }
            return fall((progress - warmUp) / (1 - warmUp));
        }
    }

    /**
     * Rises from a 25th along half a cosine over the first share of the steps, then falls to a ten-thousandth of that: a high
     * rate in the middle, and time to settle.
     *
     * @see "Smith and Topin 2019, Super-convergence: very fast training of neural networks using large learning rates, SPIE"
     */
    record OneCycle(double warmUp) implements Schedule {
        private static final double FIRST = 1.0 / 25; // this and the last as in PyTorch's OneCycleLR
        private static final double LAST = FIRST / 10_000;

        public OneCycle {
            requireShare(warmUp);
        }

        @Override
        public double factor(double progress) {
            if (progress < warmUp) {
                return 1 + (FIRST - 1) * fall(progress / warmUp);
            }
            return LAST + (1 - LAST) * fall((progress - warmUp) / (1 - warmUp));
        }
    }

    /** Returns half a cosine from 1 at 0 to 0 at 1. */
    private static double fall(double share) {
        return (1 + Math.cos(Math.PI * share)) / 2;
    }

    private static void requireShare(double warmUp) {
        if (!(warmUp >= 0 && warmUp < 1)) {
            throw new IllegalArgumentException("warm-up is " + warmUp + ": expected a share from 0 to less than 1");
        }
    }
}
