package org.industrialmind.learning.tabular.ensemble;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.supervised.Regressor;
import org.industrialmind.foundations.supervised.RegressorTrainer;
import org.industrialmind.foundations.supervised.TargetRows;

/**
 * Lets one method learn from many redrawn tables, and averages what it learned: the {@link BaggingTrainer} of numbers.
 *
 * @param bags how many tables; at least 1
 * @param replacement whether rows are drawn with replacement, as many as there are; if not, only the seeds differ
 */
public record RegressorBaggingTrainer(RegressorTrainer base, int bags, boolean replacement)
        implements RegressorTrainer {
    public RegressorBaggingTrainer {
        if (bags < 1) {
            throw new IllegalArgumentException("seen " + bags + " bags: expected at least one");
        }
    }

    @Override
    public RegressorCommittee fit(TargetRows rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SplittableRandom> each =
                IntStream.range(0, bags).mapToObj(bag -> random.split()).toList();
        List<Regressor> members = each.parallelStream()
                .map(luck -> {
                    double[] weights = BaggingTrainer.bag(rows.weights(), 1, replacement, luck);
                    TargetRows bag = TargetRows.weighted(rows.rows(), rows.targets(), weights);
                    return (Regressor) base.fit(bag, luck.nextLong());
                })
                .toList();
        return new RegressorCommittee(members, Collections.nCopies(bags, 1.0));
    }
}
