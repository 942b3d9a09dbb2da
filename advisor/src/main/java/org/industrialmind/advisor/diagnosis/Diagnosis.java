package org.industrialmind.advisor.diagnosis;

import java.util.List;
import java.util.Optional;

/**
 * What may be behind an episode, and what it is that we do not know.
 *
 * @param modes best fit first; empty if nothing fits
 * @param sensors the channels that deviate, largest deviation first
 * @param citations where the modes are described
 * @param missing what could not be said and why, in plain words; empty if nothing is left open
 */
public record Diagnosis(List<RankedMode> modes, List<String> sensors, List<Citation> citations, List<String> missing) {
    // the cosine is 0.5 with a quarter of the signs and nothing else, or with all of them among three times as many
    // others
    private static final double CLEAR_FIT = 0.5;
    private static final double CLEAR_LEAD = 0.1; // closer fits swap places with the noise of one channel

    public Diagnosis {
        modes = List.copyOf(modes);
        sensors = List.copyOf(sensors);
        citations = List.copyOf(citations);
        missing = List.copyOf(missing);
    }

    /** Says only what is missing. */
    public static Diagnosis unknown(String missing) {
        return new Diagnosis(List.of(), List.of(), List.of(), List.of(missing));
    }

    /** Returns how far the best fit leads the second, in [0, 1]; 0 if nothing fits. */
    public double confidence() {
        if (modes.isEmpty()) {
            return 0;
        }
        return modes.getFirst().score() - (modes.size() > 1 ? modes.get(1).score() : 0);
    }

    /** Returns the failure mode that fits well and better than any other, or empty if it is undetermined. */
    public Optional<RankedMode> leading() {
        boolean clear = !modes.isEmpty() && modes.getFirst().score() >= CLEAR_FIT && confidence() >= CLEAR_LEAD;
        return clear ? Optional.of(modes.getFirst()) : Optional.empty();
    }
}
