package org.industrialmind.foundations.boosting;

/** What a wrong number costs, and with it what is predicted: the mean, a quantile, or the rate of a count. */
public sealed interface RegressionLoss {
    /** Half the squared difference; predicts the mean. */
    record Squared() implements RegressionLoss {}

    /**
     * The pinball loss; predicts a quantile. Each leaf takes the quantile of its residuals, for the loss has no curvature
     * to step by.
     *
     * @param probability in (0, 1)
     */
    record Quantile(double probability) implements RegressionLoss {
        public Quantile {
            Settings.require(probability > 0 && probability < 1, "probability", probability, "one between 0 and 1");
        }
    }

    /** The deviance of counts or other targets of 0 or more, their logarithm modelled; predicts the rate. */
    record Poisson() implements RegressionLoss {}

    /** Returns the absolute difference (halved); predicts the median. */
    static RegressionLoss absolute() {
        return new Quantile(0.5);
    }
}
