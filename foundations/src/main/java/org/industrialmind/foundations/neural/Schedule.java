package org.industrialmind.foundations.neural;

/** How the rate changes over a training. */
public sealed interface Schedule {
    /** Returns the factor on the rate; progress is the share of the steps already done, in [0, 1). */
    double factor(double progress);

    /** The same rate throughout. */
    record Constant() implements Schedule {
        @Override
        public double factor(double progress) {
            return 1;
        }
    }

    /**
     * Rises from near 0 over the first share of the steps, then falls to 0 along half a cosine.
     *
     * @see "Loshchilov and Hutter 2017, SGDR: stochastic gradient descent with warm restarts, ICLR"
     */
    record Cosine(double warmUp) implements Schedule {
        private static final double FIRST = 1e-2; // of the rate: a step of 0 would teach nothing

        public Cosine {
            Checks.requireShare("warmUp", warmUp);
        }

        @Override
        public double factor(double progress) {
            if (progress < warmUp) {
                return Math.max(FIRST, progress / warmUp);
            }
            return (1 + Math.cos(Math.PI * (progress - warmUp) / (1 - warmUp))) / 2;
        }
    }

    /** Multiplied by a factor each time another share of the steps is done. */
    record Stairs(double share, double drop) implements Schedule {
        public Stairs {
            if (!(share > 0 && share <= 1 && drop > 0 && drop <= 1)) {
                throw new IllegalArgumentException(
                        "share is " + share + " and drop " + drop + ": expected numbers in (0, 1]");
            }
        }

        @Override
        public double factor(double progress) {
            return Math.pow(drop, Math.floor(progress / share));
        }
    }
}
