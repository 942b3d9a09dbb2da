package org.industrialmind.foundations.metrics;

import java.util.Arrays;
import org.industrialmind.foundations.statistics.Ranks;

/**
 * How good the order of one list of answers is; the mean over many lists gives MAP, MRR and their like.
 *
 * <p>Where answers score alike, any order among them is as good as another. Every measure here is the mean over all those
 * orders, so that no method gains by saying nothing.
 *
 * <p>Shape: scores and relevances [answer]; higher scores come first. A list without any relevant answer is worth 0 by
 * every measure.
 *
 * <ol>
 *   <li>Jarvelin and Kekalainen 2002, Cumulated gain-based evaluation of IR techniques, ACM TOIS 20(4).
 *   <li>McSherry and Najork 2008, Computing information retrieval performance measures efficiently in the presence of tied
 *       scores, ECIR.
 * </ol>
 */
public final class RankingMetrics {
    private RankingMetrics() {}

    /**
     * Returns the discounted cumulated gain of the first k answers, as a share of that of the best order (NDCG).
     *
     * @param relevance gain of each answer, not negative; grades are taken as they are, raise them before if the best should
     *     count exponentially
     * @param k how many places count; more than there are answers means all
     * @throws IllegalArgumentException if the lengths differ, a relevance is negative or no number, or k is below 1
     */
    public static double discountedGain(double[] relevance, double[] scores, int k) {
        requirePlaces(k);
        MetricChecks.requireSameLength("scores", scores.length, "relevances", relevance.length);
        for (int i = 0; i < relevance.length; i++) {
            if (!(relevance[i] >= 0) || Double.isInfinite(relevance[i])) {
                throw new IllegalArgumentException("the relevance of answer " + i + " is " + relevance[i]
                        + ": expected a finite number that is not negative");
            }
        }
        double[] best = relevance.clone();
        Arrays.sort(best);
        double ideal = 0;
        for (int place = 0; place < Math.min(k, best.length); place++) {
            ideal += best[best.length - 1 - place] * discount(place);
        }
        return MetricChecks.ratio(gain(relevance, scores, k), ideal);
    }

    private static double gain(double[] relevance, double[] scores, int k) {
        int[] order = Ranks.descending(scores);
        double gain = 0;
        int start = 0;
        while (start < Math.min(k, order.length)) {
            int end = endOfTie(scores, order, start);
            double relevances = 0;
            double discounts = 0;
            for (int place = start; place < end; place++) {
                relevances += relevance[order[place]];
                discounts += place < k ? discount(place) : 0;
            }
            gain += relevances / (end - start) * discounts;
            start = end;
        }
        return gain;
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2.0);
    }

    /** Returns the share of relevant answers among the first k; places beyond the end of the list count as misses. */
    public static double precisionAt(boolean[] relevant, double[] scores, int k) {
        return found(relevant, scores, k) / k;
    }

    /** Returns the share of all relevant answers that lies among the first k. */
    public static double recallAt(boolean[] relevant, double[] scores, int k) {
        return MetricChecks.ratio(found(relevant, scores, k), count(relevant));
    }

    /** Returns the mean precision at the places of the relevant answers; ties are taken in together. */
    public static double averagePrecision(boolean[] relevant, double[] scores) {
        MetricChecks.requireSameLength("scores", scores.length, "answers", relevant.length);
        return count(relevant) == 0
                ? 0
                : PrecisionRecallCurve.of(relevant, scores).averagePrecision();
    }

    /** Returns one by the place of the first relevant answer. */
    public static double reciprocalRank(boolean[] relevant, double[] scores) {
        MetricChecks.requireSameLength("scores", scores.length, "answers", relevant.length);
        int[] order = Ranks.descending(scores);
        int start = 0;
        while (start < order.length) {
            int end = endOfTie(scores, order, start);
            int right = 0;
            for (int place = start; place < end; place++) {
                right += relevant[order[place]] ? 1 : 0;
            }
            if (right > 0) {
                return expectedReciprocal(start, end - start, right);
            }
            start = end;
        }
        return 0;
    }

    /** Returns the mean of 1 / place of the first of the right ones among answers in random order after those before. */
    private static double expectedReciprocal(int before, int tied, int right) {
        double mean = 0;
        double noneYet = 1;
        for (int j = 0; j <= tied - right; j++) {
            double hit = (double) right / (tied - j);
            mean += noneYet * hit / (before + j + 1);
            noneYet *= 1 - hit;
        }
        return mean;
    }

    private static double found(boolean[] relevant, double[] scores, int k) {
        requirePlaces(k);
        MetricChecks.requireSameLength("scores", scores.length, "answers", relevant.length);
        int[] order = Ranks.descending(scores);
        double found = 0;
        int start = 0;
        while (start < Math.min(k, order.length)) {
            int end = endOfTie(scores, order, start);
            double right = 0;
            for (int place = start; place < end; place++) {
                right += relevant[order[place]] ? 1 : 0;
            }
            found += right * (Math.min(k, end) - start) / (end - start);
            start = end;
        }
        return found;
    }

    private static int endOfTie(double[] scores, int[] order, int start) {
        int end = start + 1;
        while (end < order.length && scores[order[end]] == scores[order[start]]) {
            end++;
        }
        return end;
    }

    private static int count(boolean[] relevant) {
        int count = 0;
        for (boolean one : relevant) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static void requirePlaces(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("the first " + k + " places: expected at least one");
        }
    }
}
