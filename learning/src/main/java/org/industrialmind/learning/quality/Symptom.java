package org.industrialmind.learning.quality;

/** One sign, seen in one window, that a channel does not say what it measures. */
public sealed interface Symptom {
    String channel();

    /** Returns how far beyond its limit the sign is; 1 is the limit. */
    double strength();

    /** Returns whether no machine does that: the sensor is at fault whatever the others say. */
    default boolean conclusive() {
        return true;
    }

    /** The same value again and again, although the channel has always trembled. */
    record Stuck(String channel, double strength, int rows) implements Symptom {}

    /** Far outside of all that was ever read, and without a tremble: the end of the transmitter's range. */
    record Rail(String channel, double strength, double value) implements Symptom {}

    /** Single readings far from their neighbours, gone after at most two; they are masked and told nobody. */
    record Spikes(String channel, double strength, int count) implements Symptom {
        @Override
        public boolean conclusive() {
            return false;
        }
    }

    /**
     * From one reading to the next another level, by more than the others explain.
     *
     * @param deviations by which it departs from what the others say it should have done
     * @param row the first reading at the new level
     */
    record Jump(String channel, double strength, double deviations, int row, Company company) implements Symptom {
        /** What else moved. */
        public enum Company {
            /** Nothing did, and the channel was as steady afterwards as before. */
            ALONE,
            /** Nothing did, but it has only just happened. */
            FRESH,
            /** Others did, or the channel was on the move before or after: a machine that changes. */
            SHARED
        }

        @Override
        public boolean conclusive() {
            return false; // a machine may do it too, but then others move
        }
    }

    /** Several times as noisy as ever, in this channel alone. */
    record Noise(String channel, double strength, double ratio) implements Symptom {}

    /** Read in steps much coarser than the transmitter's. */
    record Coarse(String channel, double strength, double step) implements Symptom {}

    /** Where it would usually be, if the readings were of another unit. */
    record OtherUnit(String channel, double strength, String conversion) implements Symptom {}

    /** Not read for much of the window, while others were. */
    record Gap(String channel, double strength, double share) implements Symptom {
        @Override
        public boolean conclusive() {
            return false; // who says that nothing was read tells no lie
        }
    }
}
