package org.industrialmind.foundations.optimize;

/**
 * How well a gradient agrees with the function it claims to be the slope of: the largest difference to central
 * differences over all coordinates, relative to the larger of both or to 1.
 *
 * @param error the largest relative difference; about 1e-9 for a right gradient of a smooth function, NaN if either side
 *     is no number
 * @param coordinate where it was seen
 */
public record GradientCheck(double error, int coordinate, double claimed, double measured) {

    /** Compares the gradient of the objective at a point with central differences of its value. */
    public static GradientCheck of(Objective objective, double[] point) {
        double[] claimed = new double[point.length];
        double[] unused = new double[point.length];
        double[] measured = new double[point.length];
        objective.evaluate(point.clone(), claimed);
        CentralDifferences.write(moved -> objective.evaluate(moved.clone(), unused), point, measured);
        GradientCheck worst = new GradientCheck(0, 0, claimed[0], measured[0]);
        for (int i = 0; i < point.length; i++) {
            double scale = Math.max(1, Math.max(Math.abs(claimed[i]), Math.abs(measured[i])));
            double error = Math.abs(claimed[i] - measured[i]) / scale;
            if (!(error <= worst.error)) { // NaN is the worst of all
                worst = new GradientCheck(error, i, claimed[i], measured[i]);
            }
        }
        return worst;
    }
}
