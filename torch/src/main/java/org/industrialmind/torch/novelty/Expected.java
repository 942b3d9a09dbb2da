package org.industrialmind.torch.novelty;

/**
 * What a network expects of windows: of each step of each channel a value, and how far off it usually is.
 *
 * <p>Shape: [window, channel, step], from the first step on of which anything is expected.
 */
final class Expected {
    private static final float[] ALIKE = {};

    private final float[] values;
    private final float[] deviations;

    /** Takes the arrays as they are; the caller gives them away. */
    Expected(float[] values, float[] deviations) {
        this.values = values;
        this.deviations = deviations;
    }

    /** Makes one in which every value is as sure as any other. */
    static Expected of(float[] values) {
        return new Expected(values, ALIKE);
    }

    /** Returns how far a reading lies from what is expected at that place, in usual deviations where they are known. */
    float away(float reading, int at) {
        float away = reading - values[at];
        return deviations.length == 0 ? away : away / deviations[at];
    }
}
