package org.industrialmind.learning.anomaly;

import java.util.List;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Suspect;
import org.industrialmind.signal.Window;

/** What a detector makes of one window. */
public sealed interface Verdict {
    /** Returns this verdict of that model on that window in the words of the platform. */
    default Assessment on(Window window, ModelRef model) {
        return switch (this) {
            case Abstained abstained ->
                new Assessment.NotAssessable(window.asset(), window.endNanos(), abstained.reason());
            case Scored scored
            when scored.abnormal() ->
                new Assessment.Abnormal(
                        window.asset(),
                        window.endNanos(),
                        model,
                        scored.score(),
                        scored.contributions(),
                        scored.suspect());
            case Scored scored -> new Assessment.Normal(window.asset(), window.endNanos(), model, scored.score());
        };
    }

    /**
     * A judgement.
     *
     * @param score relative to the limit that was calibrated for this machine and regime: above 1 is abnormal
     * @param contributions of the channels, largest share first; empty where the score is below the limit
     * @param suspect whom the contributions speak against; undetermined where nobody has asked
     */
    record Scored(double score, List<Contribution> contributions, Suspect suspect) implements Verdict {
        public Scored {
            contributions = List.copyOf(contributions);
            if (!(score >= 0) || Double.isInfinite(score)) {
                throw new IllegalArgumentException("score " + score + " is not valid: expected a finite number from 0");
            }
        }

        /** Makes a judgement that does not say whom it speaks against. */
        public Scored(double score, List<Contribution> contributions) {
            this(score, contributions, Suspect.UNDETERMINED);
        }

        public boolean abnormal() {
            return score > 1;
        }
    }

    /** An honest "cannot say", and why. */
    record Abstained(Assessment.Reason reason) implements Verdict {}
}
