package org.industrialmind.advisor.alarm;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;

/** A machine together with a detector: what is watched, and, of any detector for the same purpose, what is silenced. */
public record AlarmPoint(AssetId asset, String modelName) {
    public static final Comparator<AlarmPoint> ORDER =
            Comparator.comparing(AlarmPoint::asset).thenComparing(AlarmPoint::modelName);

    /** Returns the point that the assessment is about, or empty if no detector has judged the window. */
    public static Optional<AlarmPoint> of(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Normal normal ->
                Optional.of(new AlarmPoint(normal.asset(), normal.model().name()));
            case Assessment.Abnormal abnormal ->
                Optional.of(new AlarmPoint(abnormal.asset(), abnormal.model().name()));
            case Assessment.NotAssessable unseen -> Optional.empty();
        };
    }

    /** Returns the points that the assessments are about, in {@link #ORDER}. */
    public static SortedSet<AlarmPoint> ofAll(List<Assessment> assessments) {
        return assessments.stream()
                .flatMap(assessment -> of(assessment).stream())
                .collect(Collectors.toCollection(() -> new TreeSet<>(ORDER)));
    }

    /** Returns the machine and what it is judged for, {@code anomaly}, whichever model does it. */
    public AlarmPoint ofAnyModel() {
        int slash = modelName.indexOf('/');
        return slash < 0 ? this : new AlarmPoint(asset, modelName.substring(0, slash));
    }
}
