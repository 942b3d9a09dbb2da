package org.industrialmind.serving.live;

import java.time.Instant;
import org.industrialmind.signal.Assessment;
import org.jspecify.annotations.Nullable;

/** An assessment as the live stream carries it: short, since there are many. */
public record AssessmentEvent(
        String asset,
        Instant windowEnd,
        String kind,
        @Nullable Double score) {

    public static AssessmentEvent of(Assessment assessment) {
        String asset = assessment.asset().value();
        Instant end = Instant.EPOCH.plusNanos(assessment.windowEndNanos());
        return switch (assessment) {
            case Assessment.Normal normal -> new AssessmentEvent(asset, end, "normal", normal.score());
            case Assessment.Abnormal abnormal -> new AssessmentEvent(asset, end, "abnormal", abnormal.score());
            case Assessment.NotAssessable not -> new AssessmentEvent(asset, end, "notAssessable", null);
        };
    }
}
