package org.industrialmind.learning.quality;

import java.util.Arrays;
import java.util.Optional;
import org.industrialmind.learning.quality.Symptom.Jump.Company;
import org.industrialmind.signal.Window;

/**
 * How the channels of one machine step when all is well, and what it takes for one to have stepped alone.
 *
 * <p>A sensor whose calibration shifts departs from what the others say, at one reading, and is as steady afterwards as it
 * was before; the others do nothing. A machine that changes takes other channels with it or goes on moving. This is the
 * rule of leaving one sensor out [1], applied to what happens at one instant: there the slow ways of a machine - warmth,
 * weather, a load that is settling - play no part, and a shift of a few deviations of noise is plain to see.
 *
 * <p>Shapes: limits [channel], departures that it takes; slopes [channel], up to which it is steady.
 *
 * <ol>
 *   <li>Dunia, Qin, Edgar and McAvoy 1996, Identification of faulty sensors using principal component analysis, AIChE
 *       Journal 42(10).
 * </ol>
 */
final class StepNorm {
    private static final double QUIET = 4; // deviations, up to which another channel has not stepped
    private static final double SLIGHT = 0.05; // of a step: so exactly the norm knows what others do to one that large
    private static final double GENTLE = 0.3; // of a step: as steep as its noise makes it; a mere slope would be half
    private static final int AFTER = 12; // rows that must have shown where it went

    private final StepSpread spread;
    private final double[] limits;
    private final double[] slopes;
    private final double together;

    /**
     * One channel that has stepped.
     *
     * @param row of the first reading at the new level
     */
    record Step(int channel, int row, double deviations, double limit, Company company) {}

    /**
     * What a window shows.
     *
     * @param step of the channel that stepped furthest beyond its limit, if one did
     * @param changedAt the row at which all together step most, 0 if that is no more than usual
     */
    record Scan(Optional<Step> step, int changedAt) {}

    /**
     * @param together the largest squared distance of all steps at a row that is usual
     * @throws IllegalArgumentException if the arrays do not belong together or hold what is not a number
     */
    StepNorm(StepSpread spread, double[] limits, double[] slopes, double together) {
        this.spread = spread;
        this.limits = limits.clone();
        this.slopes = slopes.clone();
        this.together = together;
        double sum =
                together + Arrays.stream(limits).sum() + Arrays.stream(slopes).sum();
        if (limits.length != spread.size() || slopes.length != spread.size() || !Double.isFinite(sum)) {
            throw new IllegalArgumentException("norm of steps of " + spread.size() + " channels has " + limits.length
                    + " limits and " + slopes.length + " slopes, and is usual up to " + together
                    + ": expected finite numbers, one limit and slope for each channel");
        }
    }

    StepSpread spread() {
        return spread;
    }

    double[] limits() {
        return limits.clone();
    }

    double[] slopes() {
        return slopes.clone();
    }

    double together() {
        return together;
    }

    /** @param channels positions in the schema of those that the norm is of */
    Scan scan(Window window, int[] channels) {
        LocalSteps steps = spread.steps(window, channels);
        StepSpread.Look look = spread.look(steps);
        Optional<Step> furthest = Optional.empty();
        double ratio = 1;
        double most = together;
        int changedAt = 0;
        for (int row = 0; row < steps.rows(); row++) {
            if (!look.at(row)) {
                continue;
            }
            if (look.squared() > most) {
                most = look.squared();
                changedAt = row;
            }
            for (int c = 0; c < channels.length; c++) {
                double departure = look.departure(c);
                if (Math.abs(departure) > ratio * limits[c] && look.sharp(row, c)) {
                    ratio = Math.abs(departure) / limits[c];
                    boolean shown = row + AFTER <= steps.rows();
                    furthest = Optional.of(new Step(c, row, departure, limits[c], company(look, row, c, shown)));
                }
            }
        }
        return new Scan(furthest, changedAt);
    }

    private Company company(StepSpread.Look look, int row, int channel, boolean shown) {
        double departure = Math.abs(look.departure(channel));
        double slight = SLIGHT * departure;
        boolean quiet = look.largestWithout(channel) < Math.max(QUIET, slight)
                && look.squared() - departure * departure < Math.max(together, slight * slight);
        boolean steady = look.slope(row, channel) < Math.max(slopes[channel], GENTLE * departure);
        if (!quiet || !steady) {
            return Company.SHARED;
        }
        return shown ? Company.ALONE : Company.FRESH;
    }
}
