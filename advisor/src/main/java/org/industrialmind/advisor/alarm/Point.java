package org.industrialmind.advisor.alarm;

import java.util.Comparator;
import java.util.Optional;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;

/** A machine together with a detector: what is watched, and, of any detector for the same purpose, what is silenced. */
public record Point(AssetId asset, String modelName) {
    public static final Comparator<Point> ORDER =
            Comparator.comparing(Point::asset).thenComparing(Point::modelName);

    /** Returns the point that the assessment is about, or empty if no detector has judged the window. */
    public static Optional<Point> of(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Normal normal ->
                Optional.of(new Point(normal.asset(), normal.model().name()));
            case Assessment.Abnormal abnormal ->
                Optional.of(new Point(abnormal.asset(), abnormal.model().name()));
            case Assessment.NotAssessable unseen -> Optional.empty();
        };
    }

    /** Returns the machine and what it is judged for, {@code anomaly}, whichever model does it. */
    public Point ofAnyModel() {
        int slash = modelName.indexOf('/');
        return slash < 0 ? this : new Point(asset, modelName.substring(0, slash));
    }
}
