package org.industrialmind.advisor.prognosis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.industrialmind.advisor.alarm.AssessmentFollower;
import org.industrialmind.advisor.database.AdvisorDatabase;
import org.industrialmind.advisor.prognosis.PathRows.Point;
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
        NavigableSet<Point> points = new TreeSet<>(Point.ORDER);
        decided.forEach(assessment -> Point.of(assessment).ifPresent(points::add));
        Map<Point, PathWatch> before = PathRows.watches(connection, points);
        Map<Point, PathWatch> after = new LinkedHashMap<>(before);
        for (Assessment assessment : decided) {
            Point.of(assessment)
                    .ifPresent(point -> after.computeIfPresent(point, (p, watch) -> tracker.next(watch, assessment)));
        }
        endForsaken(after, points);
        List<Map.Entry<Point, PathWatch>> changed = after.entrySet().stream()
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

    /** Ends the paths of detectors that others have followed in judging their machine, as the desk ends their episodes. */
    private static void endForsaken(Map<Point, PathWatch> watches, Set<Point> judging) {
        Map<AssetId, Long> judgedUntil = new HashMap<>();
        judging.forEach(point -> judgedUntil.merge(
                point.asset(),
                watches.getOrDefault(point, PathWatch.initial()).rule().lastNanos(),
                Math::max));
        watches.replaceAll((point, watch) -> {
            long last = judgedUntil.getOrDefault(point.asset(), Long.MIN_VALUE);
            return watch.path().isPresent() && watch.rule().lastNanos() < last ? watch.ended() : watch;
        });
    }
}
