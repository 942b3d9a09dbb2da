package org.industrialmind.foundations.linear;

import java.util.List;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Ridge regression with the penalty that predicts best what it has not seen: the least mean squared error of each row as
 * predicted from all others. One decomposition serves all penalties and all rows left out; see {@link Ridge}.
 *
 * @param penalties the candidates; the first of equally good ones is taken
 */
public record RidgeSearch(List<Double> penalties) implements RegressorTrainer {
    /** @throws IllegalArgumentException if there is no candidate, or one is not positive and finite */
    public RidgeSearch {
        penalties = List.copyOf(penalties);
        if (penalties.isEmpty() || !penalties.stream().allMatch(p -> p > 0 && p < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "ridge penalties " + penalties + ": expected at least one, all positive and finite");
        }
    }

    /** Powers of ten from 0.001 to 1000. */
    public static RidgeSearch defaults() {
        return new RidgeSearch(List.of(1e-3, 1e-2, 0.1, 1.0, 10.0, 100.0, 1000.0));
    }

    /** {@inheritDoc} The seed plays no part. */
    @Override
    public LinearModel fit(TargetRows rows, long seed) {
        RidgeSpectrum spectrum = new RidgeSpectrum(rows);
        double[] errors = leaveOneOut(spectrum, rows);
        int best = 0;
        for (int i = 1; i < errors.length; i++) {
            if (errors[i] < errors[best]) {
                best = i;
            }
        }
        return spectrum.model(penalties.get(best));
    }

    /** Returns the mean squared error of each penalty on rows left out one at a time. Shape: [penalty]. */
    public double[] leaveOneOut(TargetRows rows) {
        return leaveOneOut(new RidgeSpectrum(rows), rows);
    }

    private double[] leaveOneOut(RidgeSpectrum spectrum, TargetRows rows) {
        double total = ScaledColumns.sum(rows.weights());
        double[] means = new double[penalties.size()];
        for (int i = 0; i < means.length; i++) {
            double[] errors = spectrum.leftOut(penalties.get(i));
            for (int r = 0; r < errors.length; r++) {
                means[i] += rows.weight(r) / total * errors[r] * errors[r];
            }
        }
        return means;
    }
}
