package org.industrialmind.foundations.kernel;

import java.util.stream.IntStream;

/** The rows that a machine leans on, and how much on each: intercept + sum of coefficient times likeness. */
final class SupportVectors {
    private final int[] positions;
    private final double[] coefficients;
    final double intercept;
    final double objective;
    final boolean converged;

    private SupportVectors(
            int[] positions, double[] coefficients, double intercept, double objective, boolean converged) {
        this.positions = positions;
        this.coefficients = coefficients;
        this.intercept = intercept;
        this.objective = objective;
        this.converged = converged;
    }

    /** Keeps what is not zero; the k-th coefficient belongs to the row at the k-th place. */
    static SupportVectors of(SequentialMinimal solved, double[] coefficients, int[] places) {
        int[] used = IntStream.range(0, coefficients.length)
                .filter(k -> coefficients[k] != 0)
                .toArray();
        int[] positions = new int[used.length];
        double[] kept = new double[used.length];
        for (int i = 0; i < used.length; i++) {
            positions[i] = places[used[i]];
            kept[i] = coefficients[used[i]];
        }
        return new SupportVectors(positions, kept, solved.intercept(), solved.objective(), solved.converged());
    }

    int[] positions() {
        return positions;
    }

    /** Returns these with other numbers for the rows. */
    SupportVectors renumbered(int[] numbers) {
        return new SupportVectors(numbers, coefficients, intercept, objective, converged);
    }

    double coefficient(int i) {
        return coefficients[i];
    }

    /** Returns the decision from the likeness to every row. */
    double decision(double[] likeness) {
        double sum = intercept;
        for (int i = 0; i < positions.length; i++) {
            sum += coefficients[i] * likeness[positions[i]];
        }
        return sum;
    }
}
