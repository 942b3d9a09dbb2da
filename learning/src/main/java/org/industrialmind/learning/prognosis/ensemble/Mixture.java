package org.industrialmind.learning.prognosis.ensemble;

import java.util.List;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;

/** The weighted mean of forecasts, level by level: quantiles are averaged, not distributions mixed, so they stay sharp. */
final class Mixture {
    private final LifeQuestion question;
    private final double[] lives;
    private double mean;
    private double restrictedMean;
    private double weight;

    Mixture(LifeQuestion question) {
        this.question = question;
        this.lives = new double[question.levels().size()];
    }

    /** Returns the weighted mean of one forecast from each member. */
    static LifeForecast of(LifeQuestion question, List<LifeForecast> forecasts, double[] weights) {
        Mixture mixture = new Mixture(question);
        for (int m = 0; m < weights.length; m++) {
            mixture.add(forecasts.get(m), weights[m]);
        }
        return mixture.forecast();
    }

    void add(LifeForecast forecast, double share) {
        double[] added = forecast.lives();
        for (int q = 0; q < lives.length; q++) {
            lives[q] += share * added[q];
        }
        mean += share * forecast.mean();
        restrictedMean += share * forecast.restrictedMean();
        weight += share;
    }

    LifeForecast forecast() {
        double[] means = lives.clone();
        for (int q = 0; q < means.length; q++) {
            means[q] /= weight;
        }
        return LifeForecast.of(question, means, mean / weight, restrictedMean / weight);
    }
}
