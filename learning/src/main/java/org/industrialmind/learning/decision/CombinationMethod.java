package org.industrialmind.learning.decision;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The ways to combine detectors, by the name that users give; see {@link Combination} for which to take. */
public enum CombinationMethod {
    BEST_TWO("best-two"),
    MEAN_RANK("mean-rank"),
    HARMONIC_MEAN("harmonic-mean"),
    FISHER("fisher");

    private final String code;

    CombinationMethod(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException if there is no such way; the message lists them */
    public static CombinationMethod parse(String code) {
        return Arrays.stream(values())
                .filter(method -> method.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no combination '" + code
                        + "'; next: use one of "
                        + Arrays.stream(values()).map(CombinationMethod::code).collect(Collectors.joining(", "))));
    }

    /** Returns the combination, fitted where it has something to learn. Shape: [window][detector]. */
    Combination fit(List<double[]> normalSurprises) {
        return switch (this) {
            case BEST_TWO -> new Combination.BestTwo();
            case MEAN_RANK -> new Combination.MeanRank();
            case HARMONIC_MEAN -> new Combination.HarmonicMean();
            case FISHER -> Combination.Fisher.fit(normalSurprises);
        };
    }
}
