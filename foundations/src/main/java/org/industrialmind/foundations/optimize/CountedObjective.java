package org.industrialmind.foundations.optimize;

/** An objective that counts how often it was asked. */
final class CountedObjective implements Objective {
    private final Objective objective;
    private int evaluations;

    CountedObjective(Objective objective) {
        this.objective = objective;
    }

    @Override
    public double evaluate(double[] point, double[] gradient) {
        evaluations++;
        return objective.evaluate(point, gradient);
    }

    Minimum minimum(Position where, int iterations, Minimum.Ending ending) {
        return new Minimum(where.point, where.value, iterations, evaluations, ending);
    }
}
