package org.industrialmind.learning.prognosis.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.industrialmind.learning.prognosis.Judged;

/**
 * How near a question is to each held-out moment: alike are those with a like forecast and a like age.
 *
 * <p>Distances are counted in ranks, so they need no unit and reach further where moments are sparse, and weighed by the
 * kernel of Epanechnikov. With few units a neighbourhood would be a single one, so it grows as they become fewer.
 */
final class Nearness {
    private static final double REACH_OF_FORECASTS = 0.11; // share of all moments, to either side
    private static final double REACH_OF_AGES = 0.33; // wider: an age says little beyond the forecast that knew it
    private static final double ENOUGH_UNITS = 50; // for the reaches above

    private final double[] means; // ascending
    private final double[] ages; // ascending
    private final double[] rankOfMean; // of each moment
    private final double[] rankOfAge;
    private final double scale;

    Nearness(List<Judged> moments, int units) {
        this.means = ascending(moments, one -> one.forecast().mean());
        this.ages = ascending(moments, Judged::age);
        this.rankOfMean = moments.stream()
                .mapToDouble(one -> rank(means, one.forecast().mean()))
                .toArray();
        this.rankOfAge =
                moments.stream().mapToDouble(one -> rank(ages, one.age())).toArray();
        this.scale = Math.max(1, ENOUGH_UNITS / units);
    }

    private static double[] ascending(List<Judged> moments, ToDoubleFunction<Judged> value) {
        return moments.stream().mapToDouble(value).sorted().toArray();
    }

    private static double rank(double[] ascending, double value) {
        int place = Arrays.binarySearch(ascending, value);
        return (double) (place < 0 ? -1 - place : place) / ascending.length;
    }

    /**
     * Returns how near each moment is, from 0 (out of reach) to 1.
     *
     * @param times by how much further than usual to reach; at 10 everything is in reach
     */
    double[] to(Asked question, double times) {
        double mean = rank(means, question.forecast().mean());
        double age = rank(ages, question.age());
        double meanReach = REACH_OF_FORECASTS * scale * times;
        double ageReach = REACH_OF_AGES * scale * times;
        double[] near = new double[rankOfMean.length];
        for (int i = 0; i < near.length; i++) {
            double byMean = (rankOfMean[i] - mean) / meanReach;
            double byAge = (rankOfAge[i] - age) / ageReach;
            if (Math.abs(byMean) < 1 && Math.abs(byAge) < 1) {
                near[i] = (1 - byMean * byMean) * (1 - byAge * byAge);
            }
        }
        return near;
    }
}
