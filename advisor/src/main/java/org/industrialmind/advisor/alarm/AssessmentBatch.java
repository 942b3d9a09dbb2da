package org.industrialmind.advisor.alarm;

import java.util.List;
import java.util.Map;
import org.industrialmind.signal.Assessment;

/**
 * Assessments in order of arrival, with where reading goes on after them.
 *
 * @param nextPositions by partition, the offset that follows the last assessment of this batch
 */
public record AssessmentBatch(Map<Integer, Long> nextPositions, List<Assessment> assessments) {
    public AssessmentBatch {
        nextPositions = Map.copyOf(nextPositions);
        assessments = List.copyOf(assessments);
    }
}
