package org.industrialmind.foundations.decomposition;

import java.util.Arrays;

/** Some entries of a large table: who rated what, and how. The others are missing, not zero. */
public final class Ratings {
    private final int users;
    private final int items;
    private final int[] user;
    private final int[] item;
    private final double[] value;

    private Ratings(int users, int items, int[] user, int[] item, double[] value) {
        this.users = users;
        this.items = items;
        this.user = user;
        this.item = item;
        this.value = value;
    }

    /**
     * Takes entries; copied.
     *
     * @throws IllegalArgumentException if there is none, the arrays differ in length, a user or item is outside the table,
     *     or a value is not finite
     */
    public static Ratings of(int users, int items, int[] user, int[] item, double[] value) {
        if (value.length == 0 || user.length != value.length || item.length != value.length) {
            throw new IllegalArgumentException(user.length + " users and " + item.length + " items for " + value.length
                    + " ratings: expected one of each, and at least one rating");
        }
        for (int i = 0; i < value.length; i++) {
            boolean inside = user[i] >= 0 && user[i] < users && item[i] >= 0 && item[i] < items;
            if (!inside || !Double.isFinite(value[i])) {
                throw new IllegalArgumentException(
                        "rating " + i + " is " + value[i] + " by user " + user[i] + " of item " + item[i]
                                + ": expected a finite number, users below " + users + " and items below " + items);
            }
        }
        return new Ratings(users, items, user.clone(), item.clone(), value.clone());
    }

    public int users() {
        return users;
    }

    public int items() {
        return items;
    }

    public int size() {
        return value.length;
    }

    public int user(int i) {
        return user[i];
    }

    public int item(int i) {
        return item[i];
    }

    public double value(int i) {
        return value[i];
    }

    /** Returns the mean of all ratings. */
    public double mean() {
        return Arrays.stream(value).average().orElseThrow();
    }

    /** Returns the ratings at these positions. */
    public Ratings select(int[] positions) {
        return of(
                users,
                items,
                Arrays.stream(positions).map(i -> user[i]).toArray(),
                Arrays.stream(positions).map(i -> item[i]).toArray(),
                Arrays.stream(positions).mapToDouble(i -> value[i]).toArray());
    }
}
