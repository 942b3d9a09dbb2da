package org.industrialmind.learning.physics;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What one channel must read by what others read: a sum of terms whose coefficients are the machine's constants.
 *
 * <pre>reading = given + sum over terms of coefficient x term(other readings)</pre>
 *
 * <p>What is given has the coefficient one by nature and is not learned: a bearing rises above the air by so many kelvin,
 * whatever the air has.
 *
 * @param channel that is explained
 * @param law that says so, in a few words, for people
 * @param given the channel that it is measured from, or empty
 * @param hard whether it holds of an ailing machine too: then a channel that alone breaks it is misread
 */
record Equation(String channel, String law, Optional<String> given, List<Term> terms, boolean hard) {
    Equation {
        terms = List.copyOf(terms);
        Stream<String> others = Stream.concat(given.stream(), terms.stream().flatMap(term -> term.channels().stream()));
        if (others.anyMatch(channel::equals)) {
            throw new IllegalArgumentException("equation of " + channel + " (" + law + ") explains it by itself");
        }
    }

    static Equation of(String channel, String law, Term... terms) {
        return new Equation(channel, law, Optional.empty(), List.of(terms), false);
    }

    /** Returns an equation of two instruments that measure the same thing, whatever the machine's health. */
    static Equation hard(String channel, String law, Term... terms) {
        return new Equation(channel, law, Optional.empty(), List.of(terms), true);
    }

    /** Returns the equation of a channel that differs from another one by what the terms say. */
    static Equation above(String given, String channel, String law, Term... terms) {
        return new Equation(channel, law, Optional.of(given), List.of(terms), false);
    }

    double given(ToDoubleFunction<String> reading) {
        return given.map(reading::applyAsDouble).orElse(0.0);
    }

    double[] terms(ToDoubleFunction<String> reading) {
        return terms.stream().mapToDouble(term -> term.of(reading)).toArray();
    }

    /** Returns the channels that must have been read for it to say anything. */
    Stream<String> inputs() {
        return Stream.concat(given.stream(), terms.stream().flatMap(term -> term.channels().stream()))
                .distinct();
    }
}
