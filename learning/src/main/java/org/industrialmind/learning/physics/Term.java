package org.industrialmind.learning.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One addend of an {@link Equation}: a product of powers of readings.
 *
 * @param factors of the product
 */
record Term(List<Factor> factors) {
    static final Term CONSTANT = new Term(List.of());

    /** A reading, or the difference of two, to a power. */
    record Factor(String channel, String less, double power) {
        double of(ToDoubleFunction<String> reading) {
            double base = reading.applyAsDouble(channel) - (less.isEmpty() ? 0 : reading.applyAsDouble(less));
            return power == 1
                    ? base
                    : StrictMath.pow(Math.max(0, base), power); // no law here has roots of what is negative
        }
    }

    Term {
        factors = List.copyOf(factors);
    }

    static Term of(String channel) {
        return CONSTANT.times(channel, 1);
    }

    static Term of(String channel, double power) {
        return CONSTANT.times(channel, power);
    }

    /** Returns the term of a difference, such as a pressure rise. */
    static Term difference(String channel, String less) {
        return new Term(List.of(new Factor(channel, less, 1)));
    }

    Term times(String channel, double power) {
        List<Factor> more = new ArrayList<>(factors);
        more.add(new Factor(channel, "", power));
        return new Term(more);
    }

    double of(ToDoubleFunction<String> reading) {
        double product = 1;
        for (Factor factor : factors) {
            product *= factor.of(reading);
        }
        return product;
    }

    /** Returns the channels that it needs. */
    List<String> channels() {
        return factors.stream()
                .flatMap(factor -> factor.less().isEmpty()
                        ? List.of(factor.channel()).stream()
                        : List.of(factor.channel(), factor.less()).stream())
                .toList();
    }
}
