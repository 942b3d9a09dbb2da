package org.industrialmind.learning.tabular.ensemble;

import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Regressor;

/**
 * Regressors that answer with the weighted mean of their answers.
 *
 * @param members of the same columns; at least one
 * @param weights of the members; they sum to 1
 */
public record RegressorCommittee(List<Regressor> members, List<Double> weights) implements Regressor {
    public RegressorCommittee {
        members = List.copyOf(members);
        weights = Committee.shares(weights, members.size());
        int columns = members.getFirst().columns();
        if (members.stream().anyMatch(member -> member.columns() != columns)) {
            throw new IllegalArgumentException("the members know "
                    + members.stream().map(Regressor::columns).toList() + " columns: expected the same of all");
        }
    }

    @Override
    public int columns() {
        return members.getFirst().columns();
    }

    @Override
    public double predict(double[] row) {
        double sum = 0;
        for (int m = 0; m < members.size(); m++) {
            sum += weights.get(m) * members.get(m).predict(row);
        }
        return sum;
    }

    @Override
    public double[] predict(Matrix rows) {
        double[] sums = new double[rows.rows()];
        for (int m = 0; m < members.size(); m++) {
            double[] predicted = members.get(m).predict(rows);
            for (int r = 0; r < sums.length; r++) {
                sums[r] += weights.get(m) * predicted[r];
            }
        }
        return sums;
    }
}
