package org.industrialmind.advisor.prognosis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.industrialmind.advisor.alarm.AssessmentFollower;
import org.industrialmind.advisor.alarm.Point;
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
        NavigableSet<Point> points = new TreeSet<>(Point.ORDER);
        decided.forEach(assessment -> Point.of(assessment).ifPresent(points::add));
        Map<Point, PathWatch> before = PathRows.watches(connection, points);
        Map<Point, PathWatch> after = new LinkedHashMap<>(before);
        Map<Point, List<Point>> judges = before.keySet().stream().collect(Collectors.groupingBy(Point::ofAnyModel));
        for (Assessment assessment : decided) {
            Point.of(assessment).ifPresent(point -> {
                endForsaken(after, judges.getOrDefault(point.ofAnyModel(), List.of()), point, assessment);
                after.computeIfPresent(point, (_, watch) -> tracker.next(watch, assessment));
            });
        }
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

    /** Ends the paths of detectors that another follows in judging their machine, as the desk ends their episodes. */
    private static void endForsaken(
            Map<Point, PathWatch> watches, List<Point> sameMachine, Point judge, Assessment assessment) {
        for (Point other : sameMachine) {
            watches.computeIfPresent(other, (_, watch) -> {
                boolean forsaken = !other.equals(judge) && watch.rule().lastNanos() < assessment.windowEndNanos();
                return forsaken && watch.path().isPresent() ? watch.ended() : watch;
            });
        }
    }
}
