package org.industrialmind.foundations.clustering;

/** How far apart two clusters are taken to be. */
public enum Linkage {
    /** As their nearest rows: finds chains, and is misled by a bridge of a few rows. */
    SINGLE,
    /** As their farthest rows: clusters of like diameter. */
    COMPLETE,
    /** As their rows on average. */
    AVERAGE,
    /** As the root of twice the growth of the sum of squares that joining them costs: round clusters, like k-means. */
    WARD;

    /** Returns the distance of cluster i from x and y joined, by the formula of Lance and Williams; Ward's is squared. */
    double joined(double xi, double yi, double xy, double x, double y, double i) {
        return switch (this) {
            case SINGLE -> Math.min(xi, yi);
            case COMPLETE -> Math.max(xi, yi);
            case AVERAGE -> (x * xi + y * yi) / (x + y);
            case WARD -> ((x + i) * xi + (y + i) * yi - i * xy) / (x + y + i);
        };
    }
}
