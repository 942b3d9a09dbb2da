package org.industrialmind.torch.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * How far an output is from its target, as a value: what a fit makes small.
 *
 * <p>Both are rows of numbers; an output of more dimensions is laid in a row first. A loss is a mean over the examples, so
 * that it does not depend on the size of a batch; examples with weights count as often as their weight says.
 */
public sealed interface Loss {
    /**
     * Returns how many target values belong to so many output values.
     *
     * @throws IllegalArgumentException if this loss cannot take so many outputs
     */
    int targets(int outputs);

    /** The mean of the squared differences. */
    record MeanSquared() implements Loss {
        @Override
        public int targets(int outputs) {
            return outputs;
        }
    }

    /**
     * Half the squared difference, but for differences above delta a line of slope delta, on which outliers pull no more
     * than others.
     *
     * @see "Huber 1964, Robust estimation of a location parameter, Annals of Mathematical Statistics 35"
     */
    record Huber(double delta) implements Loss {
        public Huber {
            if (!(delta > 0)) {
                throw new IllegalArgumentException("Huber delta is " + delta + ": expected above zero");
            }
        }

        @Override
        public int targets(int outputs) {
            return outputs;
        }
    }

    /**
     * The quantile loss: an output for each quantile of each target, the quantiles of one target side by side. A target above
     * its quantile q costs q of the difference, one below costs 1 - q.
     *
     * @see "Koenker and Bassett 1978, Regression quantiles, Econometrica 46(1)"
     */
    record Pinball(List<Double> quantiles) implements Loss {
        public Pinball {
            quantiles = List.copyOf(quantiles);
            if (quantiles.isEmpty() || quantiles.stream().anyMatch(q -> !(q > 0 && q < 1))) {
                throw new IllegalArgumentException("quantiles are " + quantiles + ": expected numbers between 0 and 1");
            }
        }

        @Override
        public int targets(int outputs) {
            require(outputs % quantiles.size() == 0, this, outputs, "a multiple of " + quantiles.size());
            return outputs / quantiles.size();
        }
    }

    /**
     * The surprise at the true class: an output for each class, before softmax; the target is the class's number from 0, or
     * {@link #NO_CLASS} where nobody knows it, which costs nothing.
     */
    record CrossEntropy() implements Loss {
        /** The target of an example without a class, as libtorch marks it. */
        public static final int NO_CLASS = -100;

        @Override
        public int targets(int outputs) {
            require(outputs >= 2, this, outputs, "two classes or more");
            return 1;
        }
    }

    /**
     * How unlikely the target is by a normal distribution of its own for each value: half of {@code log variance + (target -
     * mean)^2 / variance}, without the constant. The output holds the means, then the logarithms of the variances, which
     * count as no less than the least, so that what never varies does not outweigh all else.
     *
     * @param least logarithm of a variance
     * @see "Nix and Weigend 1994, Estimating the mean and variance of the target probability distribution, ICNN"
     */
    record GaussianLikelihood(double least) implements Loss {
        public GaussianLikelihood {
            if (!Double.isFinite(least)) {
                throw new IllegalArgumentException("least log-variance is " + least + ": expected a finite number");
            }
        }

        @Override
        public int targets(int outputs) {
            require(outputs % 2 == 0, this, outputs, "means and as many log-variances");
            return outputs / 2;
        }
    }

    /**
     * How far normal distributions, given as means and then as many log-variances, are from the standard normal one (the
     * divergence of Kullback and Leibler, as a mean over the distributions); there is no target.
     *
     * @see "Kingma and Welling 2014, Auto-encoding variational Bayes, ICLR, appendix B"
     */
    record Divergence() implements Loss {
        @Override
        public int targets(int outputs) {
            require(outputs % 2 == 0, this, outputs, "means and as many log-variances");
            return 0;
        }
    }

    /**
     * A weighted sum over the parts of one output, which follow each other without a gap, as do their targets: the loss of a
     * network with several tasks.
     */
    record Parts(List<Part> parts) implements Loss {
        /**
         * A part.
         *
         * @param outputs how many output values belong to it
         * @param warmUp the share of all steps in [0, 1] over which the weight rises from nothing, in a line
         */
        public record Part(String name, int outputs, Loss loss, double weight, double warmUp) {
            public Part {
                if (outputs < 1 || !(weight >= 0) || !(warmUp >= 0 && warmUp <= 1)) {
                    throw new IllegalArgumentException("part " + name + " has " + outputs + " outputs, the weight "
                            + weight + " and the warm-up " + warmUp
                            + ": expected outputs from 1, a weight from 0 and a warm-up in [0, 1]");
                }
                loss.targets(outputs);
            }

            /** Makes a part that weighs the same from the first step to the last. */
            public Part(String name, int outputs, Loss loss, double weight) {
                this(name, outputs, loss, weight, 0);
            }

            /** Returns the weight after that share of all steps; the whole of it where the loss is only told. */
            double weight(double progress) {
                return progress < warmUp ? weight * progress / warmUp : weight;
            }
        }

        public Parts {
            parts = List.copyOf(parts);
            long names = parts.stream().map(Part::name).distinct().count();
            if (parts.isEmpty() || names < parts.size()) {
                throw new IllegalArgumentException(
                        "loss has the parts " + parts + ": expected one or more, named apart");
            }
        }

        public Parts(Part... parts) {
            this(List.of(parts));
        }

        @Override
        public int targets(int outputs) {
            int needed = parts.stream().mapToInt(Part::outputs).sum();
            require(outputs == needed, this, outputs, String.valueOf(needed));
            return parts.stream()
                    .mapToInt(part -> part.loss().targets(part.outputs()))
                    .sum();
        }

        /**
         * Returns the values of one part of each output, one after the other.
         *
         * @param outputs of any number of examples
         * @throws IllegalArgumentException if there is no such part
         */
        public float[] values(String name, float[] outputs) {
            int from = 0;
            for (Part part : parts) {
                if (part.name().equals(name)) {
                    return columns(outputs, from, part.outputs());
                }
                from += part.outputs();
            }
            List<String> names = new ArrayList<>();
            parts.forEach(part -> names.add(part.name()));
            throw new IllegalArgumentException("output has no part " + name + ": there are " + names);
        }

        private float[] columns(float[] outputs, int from, int count) {
            int width = parts.stream().mapToInt(Part::outputs).sum();
            int rows = Network.rows(outputs.length, width);
            float[] values = new float[rows * count];
            for (int r = 0; r < rows; r++) {
                System.arraycopy(outputs, r * width + from, values, r * count, count);
            }
            return values;
        }
    }

    private static void require(boolean fits, Loss loss, int outputs, String expected) {
        if (!fits) {
            throw new IllegalArgumentException(loss + " cannot judge " + outputs + " outputs: expected " + expected);
        }
    }
}
