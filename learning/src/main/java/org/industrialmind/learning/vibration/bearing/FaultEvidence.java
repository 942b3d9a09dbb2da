package org.industrialmind.learning.vibration.bearing;

/** The evidence for a fault of each part of a bearing, from one block. */
public record FaultEvidence(Evidence cage, Evidence rollingElement, Evidence outerRace, Evidence innerRace) {
    public Evidence of(BearingPart part) {
        return switch (part) {
            case CAGE -> cage;
            case ROLLING_ELEMENT -> rollingElement;
            case OUTER_RACE -> outerRace;
            case INNER_RACE -> innerRace;
        };
    }
}
