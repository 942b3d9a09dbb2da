package org.industrialmind.recipes.trading;

import java.util.Arrays;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.foundations.statistics.Normal;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * What a bad day loses, as a share of the wealth.
 *
 * @param loss exceeded on one day in so many, as the level says (value at risk)
 * @param shortfall the mean loss on such days (conditional value at risk)
 */
record ValueAtRisk(double loss, double shortfall) {
    /** How the loss of tomorrow is told from the returns up to today, the youngest last. */
    enum Model {
        HISTORICAL("as the past was"),
        NORMAL("normal"),
        WEIGHTED_NORMAL("normal, young days weigh more");

        private final String words;

        Model(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        ValueAtRisk of(double[] returns, double level) {
            return switch (this) {
                case HISTORICAL -> historical(returns, level);
                case NORMAL -> {
                    Moments moments = Moments.of(returns);
                    yield normal(moments.mean(), moments.deviation(), level);
                }
                case WEIGHTED_NORMAL -> normal(0, weightedDeviation(returns), level);
            };
        }
    }

    private static final double MEMORY = 0.94; // a day; the daily decay of RiskMetrics 1996

    /** Takes the quantile of the returns themselves, and the mean of those at or below it. */
    static ValueAtRisk historical(double[] returns, double level) {
        double quantile = Quantiles.quantile(returns, 1 - level);
        double mean = Arrays.stream(returns)
                .filter(each -> each <= quantile)
                .average()
                .orElse(quantile);
        return new ValueAtRisk(-quantile, -mean);
    }

    /** Takes returns to be normal: the shortfall is {@code -mean + deviation x density(z) / (1 - level)}. */
    static ValueAtRisk normal(double mean, double deviation, double level) {
        double z = Normal.quantile(level);
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return new ValueAtRisk(deviation * z - mean, deviation * density / (1 - level) - mean);
    }

    private static double weightedDeviation(double[] returns) {
        double variance = Moments.of(returns).variance();
        for (double each : returns) {
            variance = MEMORY * variance + (1 - MEMORY) * each * each;
        }
        return Math.sqrt(variance);
    }
}
