package org.industrialmind.learning.prognosis.calibration;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.LifeForecast;
import org.industrialmind.learning.prognosis.LifeQuestion;

/**
 * Moves each quantile of a forecast to where held-out units say it belongs: conformalised quantile regression [1], by unit.
 *
 * <p>The score of a forecast is by how much the life exceeded the quantile, in widths of the interval [2]; the quantile of
 * these scores at the same level is what the quantile lacks. Levels below one half are moved so that no more than their share
 * falls below, those above so that no more than the rest lies above: the interval errs on the wide side. Strata by the
 * forecast itself keep the promise where it matters: a coverage that is right on average hides misses near the end behind
 * generous intervals far from it.
 *
 * <p>The promise is about units like the held-out ones, asked at moments like those. Means are left alone.
 *
 * <ol>
 *   <li>Romano, Patterson and Candes 2019, Conformalized quantile regression, NeurIPS.
 *   <li>Sesia and Candes 2020, A comparison of some conformal quantile regression methods, Stat 9(1).
 * </ol>
 */
public final class ConformalLife {
    private static final int STRATA = 4;
    private static final int FEWEST_UNITS = 20; // per stratum: below it a 5 % tail is a single unit

    private final LifeQuestion question;
    private final double[] edges; // of the strata, in restricted mean life
    private final double[][] offsets; // [stratum][level], in widths of the interval

    private ConformalLife(LifeQuestion question, double[] edges, double[][] offsets) {
        this.question = question;
        this.edges = edges;
        this.offsets = offsets;
    }

    /** Leaves every quantile where it is: for fleets with too few failures to hold any out. */
    public static ConformalLife none(LifeQuestion question) {
        return new ConformalLife(
                question, new double[0], new double[1][question.levels().size()]);
    }

    /**
     * Learns what the quantiles lack.
     *
     * @param heldOut forecasts of units that the models had not learned from
     * @throws IllegalArgumentException if there is none
     */
    public static ConformalLife of(LifeQuestion question, List<Judged> heldOut) {
        long units =
                heldOut.stream().map(one -> one.cut().run().unit()).distinct().count();
        if (units == 0) {
            throw new IllegalArgumentException("no held-out forecast to calibrate with: expected at least one unit");
        }
        int strata = units < FEWEST_UNITS ? 1 : STRATA;
        double[] middles = heldOut.stream()
                .mapToDouble(one -> one.forecast().restrictedMean())
                .toArray();
        double[] edges = new double[strata - 1];
        for (int s = 1; s < strata; s++) {
            edges[s - 1] = Quantiles.quantile(middles, (double) s / strata);
        }
        double[][] offsets = new double[strata][];
        for (int s = 0; s < strata; s++) {
            int stratum = s;
            List<Judged> within = heldOut.stream()
                    .filter(one -> stratum(edges, one.forecast()) == stratum)
                    .toList();
            offsets[s] = offsets(question, within.isEmpty() ? heldOut : within);
        }
        return new ConformalLife(question, edges, offsets);
    }

    private static double[] offsets(LifeQuestion question, List<Judged> judged) {
        List<UnitScores.Collection> levels = new ArrayList<>();
        question.levels().forEach(level -> levels.add(new UnitScores.Collection()));
        for (Judged one : judged) {
            double[] lives = one.forecast().lives();
            for (int q = 0; q < lives.length; q++) {
                double lacks = (one.life() - lives[q]) / width(one.forecast());
                levels.get(q).add(one.cut().run().unit(), lacks);
            }
        }
        double[] offsets = new double[levels.size()];
        for (int q = 0; q < offsets.length; q++) {
            double level = question.levels().get(q);
            UnitScores scores = levels.get(q).scores();
            offsets[q] = level < 0.5 ? scores.lower(level) : scores.upper(level);
        }
        return offsets;
    }

    /** Returns the forecast with its quantiles where they belong. */
    public LifeForecast adjusted(LifeForecast forecast) {
        double[] moves = offsets[stratum(edges, forecast)];
        double[] lives = forecast.lives();
        for (int q = 0; q < lives.length; q++) {
            lives[q] += moves[q] * width(forecast);
        }
        return LifeForecast.of(question, lives, forecast.mean(), forecast.restrictedMean());
    }

    private static int stratum(double[] edges, LifeForecast forecast) {
        int stratum = 0;
        while (stratum < edges.length && forecast.restrictedMean() > edges[stratum]) {
            stratum++;
        }
        return stratum;
    }

    /** Returns the width of the interval and one unit of life, so that no width is zero. */
    static double width(LifeForecast forecast) {
        return forecast.interval().width() + 1;
    }
}
