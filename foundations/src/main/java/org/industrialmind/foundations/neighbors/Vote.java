package org.industrialmind.foundations.neighbors;

/** How much each of the nearest rows has to say. */
public enum Vote {
    /** All the same. */
    EQUAL,
    /** As the reciprocal of the distance; rows at distance 0, where there are some, speak alone. */
    BY_DISTANCE;

    /** Returns the share of each neighbour. Shape: [neighbour]. */
    double[] shares(Neighbors nearest) {
        double[] shares = new double[nearest.size()];
        boolean exact = nearest.distance(0) == 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = switch (this) {
                case EQUAL -> 1;
                // relative to the nearest, so that no reciprocal overflows
                case BY_DISTANCE ->
                    exact ? (nearest.distance(i) == 0 ? 1 : 0) : nearest.distance(0) / nearest.distance(i);
            };
        }
        return shares;
    }
}
