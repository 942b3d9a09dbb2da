package org.industrialmind.foundations.decomposition;

import org.industrialmind.foundations.algebra.Matrix;

/** Tastes of users and traits of items, and what ratings they make. */
public final class RecommenderModel {
    private final double mean;
    private final Matrix users; // tastes, then the offset
    private final Matrix items; // traits, then the offset

    RecommenderModel(double mean, Matrix users, Matrix items) {
        this.mean = mean;
        this.users = users;
        this.items = items;
    }

    /**
     * Returns the rating to be expected.
     *
     * @throws IndexOutOfBoundsException if there is no such user or item
     */
    public double predict(int user, int item) {
        int rank = users.columns() - 1;
        double sum = mean + users.get(user, rank) + items.get(item, rank);
        for (int k = 0; k < rank; k++) {
            sum += users.get(user, k) * items.get(item, k);
        }
        return sum;
    }

    /** Returns the root of the mean squared error on ratings. */
    public double error(Ratings ratings) {
        double sum = 0;
        for (int i = 0; i < ratings.size(); i++) {
            double miss = predict(ratings.user(i), ratings.item(i)) - ratings.value(i);
            sum += miss * miss;
        }
        return Math.sqrt(sum / ratings.size());
    }
}
