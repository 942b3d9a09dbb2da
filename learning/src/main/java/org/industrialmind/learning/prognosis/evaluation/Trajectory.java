package org.industrialmind.learning.prognosis.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.jspecify.annotations.Nullable;

/**
 * The forecasts along the life of one unit, and the questions that prognostics asks of them [1].
 *
 * <p>A forecast is right within alpha when it lies no further from the truth than alpha times a length: the true remaining
 * life for the alpha-lambda test and relative accuracy, which narrows towards the end, and the whole life for the prognostic
 * horizon, which does not.
 *
 * <ol>
 *   <li>Saxena, Celaya, Saha, Saha and Goebel 2010, Metrics for offline evaluation of prognostic performance, International
 *       Journal of Prognostics and Health Management 1(1).
 * </ol>
 *
 * @param forecasts of one unit, from its first to its last
 */
public record Trajectory(List<Judged> forecasts) {
    /** @throws IllegalArgumentException if there is none, they are of several units, or they are out of order */
    public Trajectory {
        forecasts = List.copyOf(forecasts);
        if (forecasts.isEmpty()) {
            throw new IllegalArgumentException("a trajectory of no forecasts: expected at least one");
        }
        for (int i = 1; i < forecasts.size(); i++) {
            Judged before = forecasts.get(i - 1);
            Judged one = forecasts.get(i);
            if (!one.unit().equals(before.unit()) || one.age() <= before.age()) {
                throw new IllegalArgumentException("forecast " + i + " of a trajectory is of " + one.unit()
                        + " at the age " + one.age() + " after " + before.unit() + " at " + before.age()
                        + ": expected one unit that becomes older");
            }
        }
    }

    /** Returns the age at which the unit failed. */
    public double endOfLife() {
        return forecasts.getFirst().endOfLife();
    }

    /**
     * Returns one less the relative error at a share of the life: 1 is perfect, 0 an error as long as the life left.
     *
     * @param lambda share of the unit's life, in (0, 1)
     * @return empty if there is no forecast as early as that, or none after it before the failure
     */
    public OptionalDouble relativeAccuracy(double lambda) {
        Judged one = at(lambda);
        return one == null || one.life() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - Math.abs(one.forecast().mean() - one.life()) / one.life());
    }

    /** Returns 1 if the forecast at a share of the life is right within alpha of the life left, else 0. */
    public OptionalDouble alphaLambda(double alpha, double lambda) {
        OptionalDouble accuracy = relativeAccuracy(lambda);
        return accuracy.isEmpty() ? accuracy : OptionalDouble.of(accuracy.getAsDouble() >= 1 - alpha ? 1 : 0);
    }

    /**
     * Returns how long before its failure the forecasts of the unit became right for good: from then on at least a share
     * beta of the forecast distribution lies within alpha of the whole life around the truth. 0 if they never did.
     */
    public double prognosticHorizon(double alpha, double beta) {
        double horizon = 0;
        for (Judged one : forecasts.reversed()) {
            double slack = alpha * endOfLife();
            if (mass(one.forecast(), one.life() - slack, one.life() + slack) < beta) {
                break;
            }
            horizon = one.life();
        }
        return horizon;
    }

    private @Nullable Judged at(double lambda) {
        double age = lambda * endOfLife();
        if (forecasts.getFirst().age() > age) {
            return null;
        }
        return forecasts.stream().filter(one -> one.age() >= age).findFirst().orElse(null);
    }

    /** Returns the forecast probability between two lives, at a grid of half a per cent. */
    private static double mass(LifeForecast forecast, double low, double high) {
        int inside = 0;
        for (int i = 0; i < 200; i++) {
            double life = forecast.life((i + 0.5) / 200);
            inside += life >= low && life <= high ? 1 : 0;
        }
        return inside / 200.0;
    }
}
