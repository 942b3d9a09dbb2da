package org.industrialmind.advisor.prognosis;

import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.industrialmind.advisor.alarm.Alarm;
import org.industrialmind.advisor.alarm.AlarmDesk;
import org.industrialmind.advisor.database.AdvisorDatabase;
import org.industrialmind.advisor.diagnosis.RankedMode;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.Suspect;

/** A prognosis desk on PostgreSQL, which tells of the paths that a {@link PathFollower} writes down. */
public final class PostgresPrognosisDesk implements PrognosisDesk {
    private final AdvisorDatabase database;
    private final AlarmDesk alarms;
    private final Prognoser prognoser;

    /**
     * Opens the desk on the database of a path follower.
     *
     * @param alarms asked which failure mode an episode is
     */
    public PostgresPrognosisDesk(
            DataSource source, AlarmDesk alarms, FleetExperience fleet, PrognosisSettings settings) {
        this.database = new AdvisorDatabase(source, PathRows.SCHEMA);
        this.alarms = alarms;
        this.prognoser = new Prognoser(fleet, settings);
    }

    @Override
    public Set<AssetId> onPaths() {
        return database.inTransaction(PathRows::open);
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
