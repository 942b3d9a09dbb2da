package org.industrialmind.telemetry.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.industrialmind.signal.Assessment;

/**
 * Leaves the "cannot say" of a window out where a model has judged the same window: readings that were missing came later.
 *
 * <p>It names no model, so a judgement does not replace it as another judgement of that model would.
 */
final class Answered {
    private Answered() {}

    /** Returns the assessments that count, at most so many; the list should hold one more, so that none is cut from its answer. */
    static List<Assessment> of(List<Assessment> found, int limit) {
        Set<Long> judged = found.stream()
                .filter(assessment -> !silent(assessment))
                .map(Assessment::windowEndNanos)
                .collect(Collectors.toSet());
        return found.stream()
                .filter(assessment -> !(silent(assessment) && judged.contains(assessment.windowEndNanos())))
                .limit(limit)
                .toList();
    }

    private static boolean silent(Assessment assessment) {
        return switch (assessment) {
            case Assessment.NotAssessable _ -> true;
            case Assessment.Normal _, Assessment.Abnormal _ -> false;
        };
    }
}
