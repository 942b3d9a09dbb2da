package org.industrialmind.learning.prognosis;

import java.util.List;
import java.util.stream.Stream;
import org.industrialmind.foundations.statistics.Interval;

/**
 * What a model says of one unit after its last row, in the fleet's unit of life.
 *
 * @param rows that were known
 * @param age of the unit at the last of them
 * @param mean expected remaining life
 * @param median remaining life that one unit in two exceeds
 * @param low end of the interval that holds the life with the probability {@code held}
 * @param high its other end
 * @param held the same for every answer to a question ({@link LifeQuestion#held})
 * @param within the time that was asked about
 * @param failureWithin probability that the unit fails within that time
 * @param modes chance of each mode of failure, the likeliest first; empty where the model knows none
 */
public record LifeAnswer(
        String unit,
        int rows,
        double age,
        double mean,
        double median,
        double low,
        double high,
        double held,
        double within,
        double failureWithin,
        List<ModeChance> modes) {
    /** How likely a unit fails in a mode, should it fail. */
    public record ModeChance(String mode, double chance) {}

    public LifeAnswer {
        modes = List.copyOf(modes);
    }

    /**
     * Asks a model.
     *
     * @param within a time after the last row, in units of life
     * @throws IllegalArgumentException if the run has another schema, or the time is not a finite number from 0
     */
    public static LifeAnswer of(RemainingLifeModel model, RunToFailure run, double within) {
        if (!(within >= 0) || Double.isInfinite(within)) {
            throw new IllegalArgumentException(
                    "asked about a failure within " + within + ": expected a finite time from 0");
        }
        RemainingLifeModel.Outlook outlook = model.outlook(run, within);
        LifeForecast forecast = outlook.forecast();
        Interval interval = forecast.interval();
        List<ModeForecast> modes = model.modesAlong(run, new int[] {run.rows()});
        return new LifeAnswer(
                run.unit(),
                run.rows(),
                run.age(run.rows() - 1),
                forecast.mean(),
                forecast.life(0.5),
                interval.low(),
                interval.high(),
                model.question().held(),
                within,
                outlook.failureWithin(),
                modes.stream().flatMap(LifeAnswer::ranked).toList());
    }

    private static Stream<ModeChance> ranked(ModeForecast forecast) {
        return forecast.ranked().stream().map(mode -> new ModeChance(mode, forecast.of(mode)));
    }
}
