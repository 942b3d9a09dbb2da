package org.industrialmind.app.leaderboard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.industrialmind.app.evaluate.DataSet;
import org.industrialmind.app.evaluate.JudgingSettings;
import org.industrialmind.app.evaluate.NormalPart;
import org.industrialmind.app.evaluate.TrialPlan;
import org.industrialmind.learning.report.Progress;

/**
 * What a user asked of a board.
 *
 * @param seeds one run each, at least one
 * @param normal the part of a recording that is known to be normal, or empty for what is usual
 * @param wide whether the product's own detectors are among the candidates, by faults that may last
 * @param without the channels of recordings that are left out, or empty for what is usual
 */
public record BoardRequest(
        Path from,
        Path out,
        List<Long> seeds,
        Optional<NormalPart> normal,
        Optional<Set<String>> without,
        boolean wide,
        Progress progress) {
    /** @throws IllegalArgumentException if there is no seed */
    public BoardRequest {
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("no seed: expected at least one; next: give --seeds 1,2,3");
        }
    }

    TrialPlan plan(DataSet set) {
        return new TrialPlan(set, from, normal, without, JudgingSettings.defaults());
    }
}
