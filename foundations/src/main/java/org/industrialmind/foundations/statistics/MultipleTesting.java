package org.industrialmind.foundations.statistics;

/**
 * What is left of p values when many hypotheses are tested: of a hundred true ones, five fall below 0.05 by chance.
 *
 * <p>Holm's values keep the probability of even one wrong rejection below the level; those of Benjamini and Hochberg keep the
 * expected share of wrong rejections below it, which finds more and is enough for screening. Compare what is returned with
 * the level as if it were a single p value.
 *
 * <ol>
 *   <li>Holm 1979, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6(2).
 *   <li>Benjamini and Hochberg 1995, Controlling the false discovery rate, JRSS B 57(1).
 * </ol>
 */
public final class MultipleTesting {
    private MultipleTesting() {}

    /** Returns Holm's adjusted p values, in the order given. */
    public static double[] holm(double[] pValues) {
        require(pValues);
        int[] order = Ranks.ascending(pValues);
        double[] adjusted = new double[order.length];
        double highest = 0;
        for (int i = 0; i < order.length; i++) {
            highest = Math.max(highest, (order.length - i) * pValues[order[i]]);
            adjusted[order[i]] = Math.min(1, highest);
        }
        return adjusted;
    }

    /** Returns the adjusted p values of Benjamini and Hochberg (q values), in the order given. */
    public static double[] benjaminiHochberg(double[] pValues) {
        require(pValues);
        int[] order = Ranks.ascending(pValues);
        double[] adjusted = new double[order.length];
        double lowest = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            lowest = Math.min(lowest, pValues[order[i]] * order.length / (i + 1));
            adjusted[order[i]] = lowest;
        }
        return adjusted;
    }

    private static void require(double[] pValues) {
        for (int i = 0; i < pValues.length; i++) {
            if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
                throw new IllegalArgumentException(
                        "the p value at position " + i + " is " + pValues[i] + ": expected a number in [0, 1]");
            }
        }
    }
}
