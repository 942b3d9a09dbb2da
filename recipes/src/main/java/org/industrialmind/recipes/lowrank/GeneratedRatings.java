package org.industrialmind.recipes.lowrank;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.decomposition.Ratings;

/**
 * Ratings whose truth is known: mean, what a user gives to all, what an item gets from all, how {@value #TASTES} tastes meet
 * as many traits, and noise. Who rates what is drawn evenly, as it is nowhere in life.
 *
 * @param known four in five, to learn from
 * @param held the others
 * @param floor the root of the mean squared noise of those held: who knew the truth would miss by it, and nobody by less
 *     but by luck
 */
record GeneratedRatings(Ratings known, Ratings held, double floor) {
    static final int TASTES = 3;
    private static final double MEAN = 3.5;
    private static final double OF_USERS = 0.3; // deviations
    private static final double OF_ITEMS = 0.4;
    private static final double OF_TASTES = 0.7;
    private static final double NOISE = 0.5;
    private static final int KEPT = 5; // one rating in so many is held out

    /** @param share of all pairs that are rated */
    static GeneratedRatings of(int users, int items, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] tastes = factors(users, OF_USERS, random);
        double[][] traits = factors(items, OF_ITEMS, random);
        int most = users * items;
        int[] user = new int[most];
        int[] item = new int[most];
        double[] value = new double[most];
        double[] noise = new double[most];
        int rated = 0;
        for (int pair = 0; pair < most; pair++) {
            if (random.nextDouble() < share) {
                user[rated] = pair / items;
                item[rated] = pair % items;
                noise[rated] = NOISE * random.nextGaussian();
                value[rated] = truth(tastes[pair / items], traits[pair % items]) + noise[rated];
                rated++;
            }
        }
        Ratings all = Ratings.of(
                users, items, Arrays.copyOf(user, rated), Arrays.copyOf(item, rated), Arrays.copyOf(value, rated));
        int[] lots = IntStream.range(0, rated).map(i -> random.nextInt(KEPT)).toArray();
        int[] held = where(lots, true);
        double squares = IntStream.of(held)
                .mapToDouble(i -> noise[i] * noise[i])
                .average()
                .orElseThrow();
        return new GeneratedRatings(all.select(where(lots, false)), all.select(held), Math.sqrt(squares));
    }

    private static int[] where(int[] lots, boolean held) {
        return IntStream.range(0, lots.length)
                .filter(i -> (lots[i] == 0) == held)
                .toArray();
    }

    /** Draws tastes so that products with as many traits have the deviation wanted, and an offset as the last. */
    private static double[][] factors(int count, double offset, SplittableRandom random) {
        double each = Math.sqrt(OF_TASTES / Math.sqrt(TASTES));
        double[][] factors = new double[count][TASTES + 1];
        for (double[] own : factors) {
            for (int k = 0; k < TASTES; k++) {
                own[k] = each * random.nextGaussian();
            }
            own[TASTES] = offset * random.nextGaussian();
        }
        return factors;
    }

    private static double truth(double[] tastes, double[] traits) {
        double sum = MEAN + tastes[TASTES] + traits[TASTES];
        for (int k = 0; k < TASTES; k++) {
            sum += tastes[k] * traits[k];
        }
        return sum;
    }
}
