package org.industrialmind.serving.explanation;

import java.util.List;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.ModelRef;

/**
 * Two answers to why a window is abnormal. They agree on a fault in one place; where they differ, the score depends on
 * channels together.
 *
 * @param score relative to the limit
 * @param correction the least shift of few channels that would make the window normal; empty where no lasting shift would
 * @param shares what each channel adds to the score on average over all orders of exchange (Shapley)
 * @param reference how many normal windows of the machine it was held against
 */
public record Explanation(
        ModelRef model, double score, List<Contribution> correction, List<Contribution> shares, int reference) {
    public Explanation {
        correction = List.copyOf(correction);
        shares = List.copyOf(shares);
    }
}
