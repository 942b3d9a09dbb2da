package org.industrialmind.learning.vibration.bearing;

/**
 * The frequencies of a bearing's faults as multiples of the shaft's speed, where the inner race turns and the outer stands.
 *
 * @param cage FTF
 * @param rollingElement BSF
 * @param outerRace BPFO
 * @param innerRace BPFI
 */
public record BearingOrders(double cage, double rollingElement, double outerRace, double innerRace) {
    public BearingOrders {
        boolean ordered = cage > 0 && cage < 1 && rollingElement > 0 && outerRace > 0 && innerRace > outerRace;
        if (!ordered || Double.isInfinite(innerRace + rollingElement)) {
            throw new IllegalArgumentException("orders FTF " + cage + ", BSF " + rollingElement + ", BPFO " + outerRace
                    + ", BPFI " + innerRace
                    + ": expected a cage slower than the shaft, and an inner race faster than the"
                    + " outer; frequencies in Hz must be divided by the speed");
        }
    }

    public double of(BearingPart part) {
        return switch (part) {
            case CAGE -> cage;
            case ROLLING_ELEMENT -> rollingElement;
            case OUTER_RACE -> outerRace;
            case INNER_RACE -> innerRace;
        };
    }
}
