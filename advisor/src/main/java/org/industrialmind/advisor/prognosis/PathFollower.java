package org.industrialmind.advisor.prognosis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.industrialmind.advisor.alarm.AlarmPoint;
import org.industrialmind.advisor.alarm.AssessmentFollower;
import org.industrialmind.advisor.alarm.Judges;
import org.industrialmind.advisor.database.AdvisorDatabase;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;

/** Writes down the paths of all machines as the alarm desk takes their assessments in. */
public final class PathFollower implements AssessmentFollower {
    private final PathTracker tracker;

    /** Brings the tables of the paths up to date; they lie in the alarm desk's database. */
    public PathFollower(DataSource source, PrognosisSettings settings) {
        this.tracker = new PathTracker(settings);
        new AdvisorDatabase(source, PathRows.SCHEMA).migrate();
    }

    /** {@inheritDoc} These are the machines that have a path now or had one before. */
    @Override
    public Set<AssetId> follow(Connection connection, List<Assessment> decided) throws SQLException {
        Map<AlarmPoint, PathWatch> before = PathRows.watches(connection, AlarmPoint.ofAll(decided));
        Map<AlarmPoint, PathWatch> after = new LinkedHashMap<>(before);
        Judges judges = new Judges(before.keySet());
        for (Assessment assessment : decided) {
            AlarmPoint.of(assessment).ifPresent(point -> {
                judges.forsaken(point, assessment, after, PathWatch::rule)
                        .forEach((other, watch) -> watch.path().ifPresent(_ -> after.put(other, watch.ended())));
                after.computeIfPresent(point, (_, watch) -> tracker.next(watch, assessment));
            });
        }
        List<Map.Entry<AlarmPoint, PathWatch>> changed = after.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .toList();
        PathRows.save(connection, changed);
        Set<AssetId> told = new TreeSet<>();
        changed.stream()
                .filter(entry -> entry.getValue().path().isPresent()
                        || before.getOrDefault(entry.getKey(), PathWatch.initial())
                                .path()
                                .isPresent())
                .forEach(entry -> told.add(entry.getKey().asset()));
        return told;
    }
}
