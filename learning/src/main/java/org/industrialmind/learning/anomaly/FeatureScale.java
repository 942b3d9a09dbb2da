package org.industrialmind.learning.anomaly;

/**
 * Usual value of each window feature of one machine in one regime, and its standard deviation to either side.
 *
 * <p>The two sides differ where a machine leaves its usual state in one direction only, and rightly: a bearing is cold
 * after a stop, and never too hot without a reason.
 */
public final class FeatureScale {
    private static final double CLIP = 200; // far beyond any limit; keeps a broken transmitter from overflowing squares

    private final double[] centre;
    private final double[] below;
    private final double[] above;

    /**
     * Takes the arrays as they are; the caller gives them away. Shape: [feature] each.
     *
     * @throws IllegalArgumentException if the lengths differ, a centre is not finite or a spread not positive and finite
     */
    public FeatureScale(double[] centre, double[] below, double[] above) {
        this.centre = centre;
        this.below = below;
        this.above = above;
        if (centre.length != below.length || centre.length != above.length) {
            throw new IllegalArgumentException("feature scale has " + centre.length + " levels, " + below.length
                    + " and " + above.length + " spreads: expected one of each per feature");
        }
        for (int i = 0; i < centre.length; i++) {
            double least = Math.min(below[i], above[i]);
            double most = Math.max(below[i], above[i]);
            if (!Double.isFinite(centre[i]) || !(least > 0) || Double.isInfinite(most)) {
                throw new IllegalArgumentException("feature " + i + " has level " + centre[i] + " and spreads "
                        + below[i] + " and " + above[i] + ": expected a finite level and positive, finite spreads");
            }
        }
    }

    public int size() {
        return centre.length;
    }

    public double[] centre() {
        return centre.clone();
    }

    public double[] below() {
        return below.clone();
    }

    public double[] above() {
        return above.clone();
    }

    /** Returns the smaller of the two spreads of a feature. */
    public double least(int feature) {
        return Math.min(below[feature], above[feature]);
    }

    /** Puts the features to scale in place; a missing one becomes 0, its usual value. */
    public void apply(double[] features) {
        for (int i = 0; i < features.length; i++) {
            double away = features[i] - centre[i];
            double x = away / (away < 0 ? below[i] : above[i]);
            features[i] = Double.isNaN(x) ? 0 : Math.clamp(x, -CLIP, CLIP);
        }
    }
}
