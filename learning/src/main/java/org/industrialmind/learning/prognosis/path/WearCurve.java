package org.industrialmind.learning.prognosis.path;

import java.util.Arrays;
import java.util.List;

/**
 * How a detector's score speaks of wear: the share of its life that a machine has used when its score stands at a level.
 *
 * <p>Scores do not grow in proportion to damage: a spall stays quiet for long and then shouts, wear of an impeller speaks
 * early and then slowly. The curve is the median of what the fleet's machines showed on their way to failure, read at equal
 * steps of their lives and made monotone. On its scale a typical machine wears at a constant pace, and reaches 1 when it
 * fails. Beyond the highest level it goes on with its mean slope, since its last step may be nearly flat.
 *
 * @param levels log of the score relative to the limit at the shares 0, 1/n, ... 1 of life; never falling, rising somewhere
 */
public record WearCurve(List<Double> levels) {
    /** @throws IllegalArgumentException if there are fewer than two levels, one falls or is not finite, or none rises */
    public WearCurve {
        levels = List.copyOf(levels);
        boolean valid = levels.size() > 1 && levels.stream().allMatch(Double::isFinite);
        for (int i = 1; valid && i < levels.size(); i++) {
            valid = levels.get(i) >= levels.get(i - 1);
        }
        if (!valid || levels.getFirst().equals(levels.getLast())) {
            throw new IllegalArgumentException(
                    "wear curve of levels " + levels + ": expected two or more finite levels that rise and never fall");
        }
    }

    /**
     * Returns the median course of those machines, made monotone.
     *
     * @param courses of each machine its levels at the shares 0, 1/n, ... 1 of its life; NaN where it was not judged
     * @throws IllegalArgumentException if there is no course, they differ in length, or no level rises
     */
    public static WearCurve median(List<double[]> courses) {
        if (courses.isEmpty()) {
            throw new IllegalArgumentException("no course was given: expected one machine at least");
        }
        int steps = courses.getFirst().length;
        Double[] levels = new Double[steps];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < steps; i++) {
            int at = i;
            double[] seen = courses.stream()
                    .mapToDouble(course -> course[at])
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            highest = seen.length == 0 ? highest : Math.max(highest, middle(seen));
            levels[i] = highest;
        }
        double first =
                Arrays.stream(levels).filter(Double::isFinite).findFirst().orElse(Double.NaN);
        return new WearCurve(
                Arrays.stream(levels).map(l -> Double.isFinite(l) ? l : first).toList());
    }

    private static double middle(double[] ascending) {
        int half = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[half] : (ascending[half - 1] + ascending[half]) / 2;
    }

    /**
     * Returns the share of life that a score of that level speaks of, from 0; above 1 for a level that the typical machine
     * does not live to see. Where the curve is flat, any of its shares may be meant, and the middle one is returned.
     */
    public double wear(double level) {
        if (level < levels.getFirst()) {
            return 0;
        }
        if (level > levels.getLast()) {
            return 1 + (level - levels.getLast()) / (levels.getLast() - levels.getFirst());
        }
        int n = levels.size() - 1;
        int reached = 0;
        while (levels.get(reached) < level) {
            reached++;
        }
        int left = n;
        while (levels.get(left) > level) {
            left--;
        }
        double first = reached == 0 ? 0 : reached - 1 + share(reached - 1, level);
        double last = left == n ? n : left + share(left, level);
        return (first + last) / 2 / n;
    }

    private double share(int step, double level) {
        return (level - levels.get(step)) / (levels.get(step + 1) - levels.get(step));
    }
}
