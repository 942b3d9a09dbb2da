package org.industrialmind.learning.anomaly;

/** Usual value and robust standard deviation of each window feature of one machine in one regime. */
final class FeatureScale {
    private static final double CLIP = 50; // far beyond any limit; keeps one wild reading from overflowing the squares

    private final double[] centre;
    private final double[] spread;

    /** Takes the arrays as they are; the caller gives them away. */
    FeatureScale(double[] centre, double[] spread) {
        this.centre = centre;
        this.spread = spread;
        if (centre.length != spread.length) {
            throw new IllegalArgumentException("feature scale has " + centre.length + " levels and " + spread.length
                    + " spreads: expected one of each per feature");
        }
        for (int i = 0; i < centre.length; i++) {
            if (!Double.isFinite(centre[i]) || !(spread[i] > 0) || Double.isInfinite(spread[i])) {
                throw new IllegalArgumentException("feature " + i + " has level " + centre[i] + " and spread "
                        + spread[i] + ": expected a finite level and a positive, finite spread");
            }
        }
    }

    int size() {
        return centre.length;
    }

    double centre(int feature) {
        return centre[feature];
    }

    double spread(int feature) {
        return spread[feature];
    }

    /** Puts the features to scale in place; a missing one becomes 0, its usual value. */
    void apply(double[] features) {
        for (int i = 0; i < features.length; i++) {
            double x = (features[i] - centre[i]) / spread[i];
            features[i] = Double.isNaN(x) ? 0 : Math.clamp(x, -CLIP, CLIP);
        }
    }
}
