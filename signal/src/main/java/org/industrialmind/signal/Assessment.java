package org.industrialmind.signal;

import java.util.List;

/**
 * What a model makes of one window: normal, abnormal, or an honest "cannot say".
 *
 * <p>Identity: asset, model name and window end. The same window assessed again by the same version gives the same
 * assessment, so a store may upsert it.
 */
public sealed interface Assessment {
    AssetId asset();

    /** Returns the end of the assessed window, exclusive, in epoch nanoseconds. */
    long windowEndNanos();

    /**
     * The window looks like the machine's own normal behaviour.
     *
     * @param score relative to the calibrated limit: 1 is the limit, below is normal
     */
    record Normal(AssetId asset, long windowEndNanos, ModelRef model, double score) implements Assessment {
        public Normal {
            requireScore(score);
        }
    }

    /**
     * The window does not look like the machine's own normal behaviour.
     *
     * @param score relative to the calibrated limit: 1 is the limit, above is abnormal
     * @param contributions largest share first
     * @param suspect whom the window speaks against; undetermined where the detector does not ask
     */
    record Abnormal(
            AssetId asset,
            long windowEndNanos,
            ModelRef model,
            double score,
            List<Contribution> contributions,
            Suspect suspect)
            implements Assessment {
        public Abnormal {
            requireScore(score);
            contributions = List.copyOf(contributions);
        }

        /** Makes a judgement that does not say whom it speaks against. */
        public Abnormal(
                AssetId asset, long windowEndNanos, ModelRef model, double score, List<Contribution> contributions) {
            this(asset, windowEndNanos, model, score, contributions, Suspect.UNDETERMINED);
        }
    }

    /** The window was not judged, and why. */
    record NotAssessable(AssetId asset, long windowEndNanos, Reason reason) implements Assessment {}

    /** Why a window was not judged. */
    enum Reason {
        /** No model has been trained for this asset yet. */
        NO_MODEL,
        /** Too many readings of the window are missing or bad. */
        TOO_FEW_READINGS,
        /** The machine runs in a way that training has never seen. */
        UNKNOWN_REGIME,
        /** The machine is between two ways of running. */
        TRANSIENT,
        /** The machine stands still, because it is asked to: it cools down and settles, and nothing can be said of it. */
        STANDSTILL,
        /** The readings no longer have the channels that the model was trained on. */
        OTHER_SCHEMA,
        /** The scorer failed on this window; the log says how. */
        SCORER_FAILED
    }

    private static void requireScore(double score) {
        if (!(score >= 0) || Double.isInfinite(score)) {
            throw new IllegalArgumentException("score " + score + " is not valid: expected a finite number from 0");
        }
    }
}
