package org.industrialmind.foundations.optimize;

/**
 * Adam: every parameter has a rate of its own, the shared rate divided by the size its gradients usually have.
 *
 * <pre>
 *   m <- beta1 m + (1 - beta1) g         the mean of recent gradients
 *   v <- beta2 v + (1 - beta2) g^2       the mean of their squares
 *   x <- x - rate m^ / (sqrt(v^) + epsilon),   m^ = m / (1 - beta1^t),  v^ = v / (1 - beta2^t)
 * </pre>
 *
 * <p>The first step of each parameter is the rate, whatever the scale of its gradient. Weight decay is decoupled (AdamW):
 * it shrinks the parameter itself by {@code rate decay}, and does not pass through the division, where it would weigh
 * least on the parameters with the largest gradients.
 *
 * <ol>
 *   <li>Kingma and Ba 2015, Adam: a method for stochastic optimization, ICLR; algorithm 1.
 *   <li>Loshchilov and Hutter 2019, Decoupled weight decay regularization, ICLR; algorithm 2.
 * </ol>
 *
 * @param weightDecay the share of a parameter that one unit of rate takes away; 0 is plain Adam
 */
public record Adam(double rate, double beta1, double beta2, double epsilon, double weightDecay) implements UpdateRule {
    public Adam {
        Settings.requirePositive("rate", rate);
        Settings.requireShare("beta1", beta1);
        Settings.requireShare("beta2", beta2);
        Settings.requirePositive("epsilon", epsilon);
        Settings.requireNotNegative("weightDecay", weightDecay);
    }

    /** The values of the paper: 0.001, 0.9, 0.999, 1e-8; no weight decay. */
    public static Adam defaults() {
        return of(1e-3);
    }

    public static Adam of(double rate) {
        return new Adam(rate, 0.9, 0.999, 1e-8, 0);
    }

    /** Adam with decoupled weight decay (AdamW). */
    public static Adam withDecay(double rate, double weightDecay) {
        return new Adam(rate, 0.9, 0.999, 1e-8, weightDecay);
    }

    @Override
    public Run start(int parameters) {
        return new Moments(parameters);
    }

    private final class Moments implements Run {
        private final double[] mean;
        private final double[] square;
        private double left1 = 1; // beta1^t: the share of the mean that is still the zero it began with
        private double left2 = 1;

        Moments(int parameters) {
            mean = new double[parameters];
            square = new double[parameters];
        }

        @Override
        public void step(double[] x, double[] g, double factor) {
            left1 *= beta1;
            left2 *= beta2;
            double step = rate * factor / (1 - left1);
            double bias2 = 1 / Math.sqrt(1 - left2);
            double kept = 1 - rate * factor * weightDecay;
            for (int i = 0; i < x.length; i++) {
                mean[i] = beta1 * mean[i] + (1 - beta1) * g[i];
                square[i] = beta2 * square[i] + (1 - beta2) * g[i] * g[i];
                x[i] = kept * x[i] - step * mean[i] / (Math.sqrt(square[i]) * bias2 + epsilon);
            }
        }
    }
}
