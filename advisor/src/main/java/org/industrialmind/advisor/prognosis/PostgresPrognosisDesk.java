package org.industrialmind.advisor.prognosis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.advisor.alarm.AlarmDesk;
import org.industrialmind.advisor.alarm.AssessmentBatch;
import org.industrialmind.advisor.database.AdvisorDatabase;
import org.industrialmind.advisor.diagnosis.RankedMode;
import org.industrialmind.advisor.prognosis.PathRows.Point;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.Suspect;

/**
 * A prognosis desk on PostgreSQL.
 *
 * <p>Paths and read positions change in one transaction, as the alarm desk's do: a process killed at any point has taken a
 * batch in or not. The positions are its own, so that either desk may be behind the other and catches up by reading on from
 * the earlier of the two.
 */
public final class PostgresPrognosisDesk implements PrognosisDesk {
    private final AdvisorDatabase database;
    private final AlarmDesk alarms;
    private final PathTracker tracker;
    private final Prognoser prognoser;

    /**
     * Opens the desk and brings its tables up to date.
     *
     * @param alarms asked which failure mode an episode is
     */
    public PostgresPrognosisDesk(
            DataSource source, AlarmDesk alarms, FleetExperience fleet, PrognosisSettings settings) {
        this.database = new AdvisorDatabase(source, "prognosis");
        this.alarms = alarms;
        this.tracker = new PathTracker(settings);
        this.prognoser = new Prognoser(fleet, settings);
        database.migrate();
    }

    @Override
    public Map<Integer, Long> positions() {
        return database.inTransaction(PathRows::positions);
    }

    @Override
    public Set<AssetId> onPaths() {
        return database.inTransaction(PathRows::open);
    }

    @Override
    public Set<AssetId> process(AssessmentBatch batch) {
        return database.inTransaction(connection -> takeIn(connection, batch));
    }

    private Set<AssetId> takeIn(Connection connection, AssessmentBatch batch) throws SQLException {
        Map<Integer, Long> stored =
                PathRows.lockPositions(connection, batch.nextPositions().keySet());
        boolean news = batch.nextPositions().isEmpty()
                || batch.nextPositions().entrySet().stream()
                        .anyMatch(next -> next.getValue() > stored.getOrDefault(next.getKey(), 0L));
        if (!news) {
            return Set.of();
        }
        Set<AssetId> told = follow(connection, batch.assessments());
        PathRows.advance(connection, batch.nextPositions());
        return told;
    }

    private Set<AssetId> follow(Connection connection, List<Assessment> assessments) throws SQLException {
        NavigableSet<Point> points = new TreeSet<>(Point.ORDER);
        assessments.forEach(assessment -> Point.of(assessment).ifPresent(points::add));
        Map<Point, PathWatch> before = PathRows.watches(connection, points);
        Map<Point, PathWatch> after = new LinkedHashMap<>(before);
        for (Assessment assessment : assessments) {
            Point.of(assessment)
                    .ifPresent(point -> after.computeIfPresent(point, (p, watch) -> tracker.next(watch, assessment)));
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

    @Override
    public Optional<Prognosis> of(Asset asset) {
        return database.inTransaction(connection -> PathRows.of(connection, asset.id())).stream()
                .findFirst()
                .filter(watch -> watch.rule().started())
                .map(watch -> prognosis(asset, watch));
    }

    /** An episode that speaks against a sensor is no path of the machine's. */
    private Prognosis prognosis(Asset asset, PathWatch watch) {
        Optional<Alarm> alarm = alarm(asset, watch);
        boolean misread = alarm.stream().anyMatch(raised -> raised.episode().suspect() == Suspect.SENSOR);
        return misread
                ? prognoser.of(asset, watch.pathless(), Optional.empty())
                : prognoser.of(asset, watch, alarm.flatMap(PostgresPrognosisDesk::mode));
    }

    private Optional<Alarm> alarm(Asset asset, PathWatch watch) {
        return watch.path().isEmpty()
                ? Optional.empty()
                : watch.model()
                        .flatMap(model -> alarms.find(EpisodeId.of(
                                asset.id(), model.name(), watch.rule().onsetNanos())));
    }

    private static Optional<String> mode(Alarm alarm) {
        return alarm.diagnosis().leading().map(RankedMode::id);
    }
}
