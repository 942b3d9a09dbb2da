package org.industrialmind.recipes.lowrank;

import org.industrialmind.foundations.decomposition.Ratings;

/** What is known without tastes: the mean of all, how users differ from it, and how items differ from what is left. */
record Means(double mean, double[] ofUsers, double[] ofItems) {
    /** Guesses a rating. */
    @FunctionalInterface
    interface Guess {
        double of(int user, int item);
    }

    /** Learns the offsets of users, of items, or of both, users first; who has no rating has none. */
    static Means of(Ratings ratings, boolean users, boolean items) {
        double mean = ratings.mean();
        double[] left = new double[ratings.size()];
        int[] owners = new int[ratings.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = ratings.value(i) - mean;
            owners[i] = ratings.user(i);
        }
        double[] ofUsers = users ? averages(ratings.users(), owners, left) : new double[ratings.users()];
        for (int i = 0; i < left.length; i++) {
            left[i] -= ofUsers[owners[i]];
            owners[i] = ratings.item(i);
        }
        return new Means(mean, ofUsers, items ? averages(ratings.items(), owners, left) : new double[ratings.items()]);
    }

    private static double[] averages(int count, int[] owners, double[] values) {
        double[] sums = new double[count];
        int[] of = new int[count];
        for (int i = 0; i < values.length; i++) {
            sums[owners[i]] += values[i];
            of[owners[i]]++;
        }
        for (int o = 0; o < count; o++) {
            sums[o] /= Math.max(1, of[o]);
        }
        return sums;
    }

    double guess(int user, int item) {
        return mean + ofUsers[user] + ofItems[item];
    }

    /** Returns the root of the mean squared error of guesses. */
    static double error(Guess guess, Ratings ratings) {
        double squares = 0;
        for (int i = 0; i < ratings.size(); i++) {
            double miss = guess.of(ratings.user(i), ratings.item(i)) - ratings.value(i);
            squares += miss * miss;
        }
        return Math.sqrt(squares / ratings.size());
    }
}
