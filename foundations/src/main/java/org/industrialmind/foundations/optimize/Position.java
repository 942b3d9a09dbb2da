package org.industrialmind.foundations.optimize;

/** A point with the value and the gradient there: what a line search starts from and arrives at. */
final class Position {
    final double[] point;
    final double[] gradient;
    final double value;

    private Position(double[] point, double[] gradient, double value) {
        this.point = point;
        this.gradient = gradient;
        this.value = value;
    }

    static Position at(Objective objective, double[] point) {
        double[] gradient = new double[point.length];
        return new Position(point, gradient, objective.evaluate(point, gradient));
    }

    static Position start(Objective objective, double[] point) {
        Position start = at(objective, point.clone());
        if (!start.isFinite()) {
            throw new IllegalArgumentException("the objective at the start is " + start.value + " with a slope of "
                    + start.steepness() + ": expected finite numbers; start inside the domain");
        }
        return start;
    }

    Position along(Objective objective, double[] direction, double step) {
        double[] moved = new double[point.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = point[i] + step * direction[i];
        }
        return at(objective, moved);
    }

    boolean isFinite() {
        return Double.isFinite(value) && Double.isFinite(steepness());
    }

    /** Returns the largest slope along a coordinate. */
    double steepness() {
        double largest = 0;
        for (double slope : gradient) {
            largest = Math.max(largest, Math.abs(slope)); // NaN stays NaN
        }
        return largest;
    }

    double slope(double[] direction) {
        return Vectors.dot(gradient, direction);
    }

    /** Returns the direction straight down. */
    double[] downhill() {
        double[] down = new double[gradient.length];
        for (int i = 0; i < down.length; i++) {
            down[i] = -gradient[i];
        }
        return down;
    }

    /** Returns whether the last step gained too little to go on. */
    boolean settledSince(Position before, double tolerance) {
        double scale = Math.max(1, Math.max(Math.abs(before.value), Math.abs(value)));
        return before.value - value <= tolerance * scale;
    }
}
