package org.industrialmind.learning.tabular.transform;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Bends the numbers by a power so that they look as normal as they can, then standardises them. The power of each column is
 * the one of highest likelihood.
 *
 * <p>Box-Cox [1], for positive numbers: (x^p - 1) / p, and ln x at p = 0. Yeo-Johnson [2], for all: the same of x + 1 above
 * 0, and mirrored with power 2 - p below. The likelihood has one peak in p; it is found by golden sections.
 *
 * <ol>
 *   <li>Box and Cox 1964, An analysis of transformations, J. Royal Statistical Society B 26(2).
 *   <li>Yeo and Johnson 2000, A new family of power transformations, Biometrika 87(4).
 * </ol>
 */
public record PowerScaler(Family family) implements Transform {
    /** Which bend. */
    public enum Family {
        BOX_COX,
        YEO_JOHNSON
    }

    /** Returns the scaler by Yeo-Johnson. */
    public static PowerScaler defaults() {
        return new PowerScaler(Family.YEO_JOHNSON);
    }

    @Override
    public FittedTransform fit(Table table, Target target) {
        return ColumnWise.fit(table, NumericColumn.class, this::learn);
    }

    private Bend learn(NumericColumn column) {
        double[] present = Learned.present(column);
        if (family == Family.BOX_COX && Arrays.stream(present).min().orElseThrow() <= 0) {
            throw new IllegalArgumentException("column '" + column.name()
                    + "' has values of 0 or less: Box-Cox bends positive numbers only, take YEO_JOHNSON");
        }
        boolean constant = Arrays.stream(present).allMatch(value -> value == present[0]);
        double power = constant ? 1 : peak(p -> logLikelihood(present, p));
        Moments bent = moments(present, power);
        return new Bend(family, power, Affine.of(bent.mean(), Math.sqrt(bent.squares() / bent.count())));
    }

    private Moments moments(double[] values, double power) {
        Moments moments = Moments.NONE;
        for (double value : values) {
            moments = moments.with(bent(family, value, power));
        }
        return moments;
    }

    /** Returns the log likelihood of a power, up to a constant: -n/2 ln variance + (p - 1) sum of ln slope. */
    private double logLikelihood(double[] values, double power) {
        Moments moments = moments(values, power);
        double slopes = 0;
        for (double value : values) {
            slopes += switch (family) {
                case BOX_COX -> Math.log(value);
                case YEO_JOHNSON -> Math.signum(value) * Math.log1p(Math.abs(value));
            };
        }
        double likelihood = -0.5 * values.length * Math.log(moments.squares() / values.length) + (power - 1) * slopes;
        return Double.isFinite(likelihood) ? likelihood : Double.NEGATIVE_INFINITY;
    }

    /** Returns where a function with one peak is highest: doubles a step until it goes down, then golden sections. */
    private static double peak(DoubleUnaryOperator function) {
        double low = -2;
        double high = 2;
        while (low > -64 && function.applyAsDouble(low) >= function.applyAsDouble(low / 2)) {
            low *= 2;
        }
        while (high < 64 && function.applyAsDouble(high) >= function.applyAsDouble(high / 2)) {
            high *= 2;
        }
        double golden = (Math.sqrt(5) - 1) / 2;
        while (high - low > 1e-9) {
            double left = high - golden * (high - low);
            double right = low + golden * (high - low);
            if (function.applyAsDouble(left) < function.applyAsDouble(right)) {
                low = left;
            } else {
                high = right;
            }
        }
        return (low + high) / 2;
    }

    private static double bent(Family family, double value, double power) {
        return switch (family) {
            case BOX_COX -> power(Math.log(value), power);
            case YEO_JOHNSON -> value >= 0 ? power(Math.log1p(value), power) : -power(Math.log1p(-value), 2 - power);
        };
    }

    /** Returns (x^p - 1) / p of the logarithm of x, without loss where p is near 0. */
    private static double power(double logarithm, double power) {
        return power == 0 ? logarithm : Math.expm1(power * logarithm) / power;
    }

    private record Bend(Family family, double power, Affine scaled) implements ColumnChange.OfNumbers {
        @Override
        public double of(double value) {
            if (family == Family.BOX_COX && value <= 0) {
                throw new IllegalArgumentException("seen " + NumericColumn.plain(value)
                        + ", expected a positive number as in training: Box-Cox bends no other, take YEO_JOHNSON");
            }
            return scaled.of(bent(family, value, power));
        }
    }
}
