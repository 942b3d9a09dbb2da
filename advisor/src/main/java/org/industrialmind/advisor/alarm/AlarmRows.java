package org.industrialmind.advisor.alarm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.industrialmind.advisor.diagnosis.Diagnosis;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Episode;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Suspect;

/** Alarms and episodes as rows of the database. */
final class AlarmRows {
    private static final String ALARMS = """
        SELECT a.id, a.asset, a.priority, a.state, a.message, a.raised, a.changed, a.acknowledged_by, a.diagnosis,
               e.model_name, e.model_version, e.onset, e.updated, e.closed, e.peak_score, e.contributions, e.suspect,
               s.until, s.reason AS silence_reason, s.actor AS silence_actor
        FROM advisor.alarm a
        JOIN advisor.episode e ON e.id = a.id
        LEFT JOIN advisor.silence s
          ON s.asset = a.asset AND s.purpose = split_part(a.model_name, '/', 1)
          AND s.state = 'SHELVED' AND a.state = 'SHELVED'
        """;

    private static final String BY_PRIORITY = " ORDER BY array_position(ARRAY['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'],"
            + " a.priority) DESC, a.raised DESC, a.id";

    private AlarmRows() {}

    /** Fills the question marks of a statement. */
    interface Binding {
        void into(PreparedStatement statement) throws SQLException;
    }

    /** A diagnosis to be worked out. */
    record Due(EpisodeId alarm, int wanted) {}

    static List<Alarm> open(Connection connection, int limit) throws SQLException {
        return alarms(
                connection,
                "WHERE a.state <> 'NORMAL'" + BY_PRIORITY + " LIMIT ?",
                statement -> statement.setInt(1, limit));
    }

    static List<Alarm> openOf(Connection connection, AssetId asset) throws SQLException {
        return alarms(
                connection,
                "WHERE a.state <> 'NORMAL' AND a.asset = ?" + BY_PRIORITY,
                statement -> statement.setString(1, asset.value()));
    }

    static List<Alarm> recent(Connection connection, int limit) throws SQLException {
        return alarms(connection, "ORDER BY a.raised DESC, a.id LIMIT ?", statement -> statement.setInt(1, limit));
    }

    static Optional<Alarm> find(Connection connection, EpisodeId id) throws SQLException {
        return alarms(connection, "WHERE a.id = ?", statement -> statement.setObject(1, id.value())).stream()
                .findFirst();
    }

    /** Returns the alarms of that point that are not over, oldest first. */
    static List<Alarm> openAt(Connection connection, AlarmPoint point) throws SQLException {
        return alarms(
                connection,
                "WHERE a.state <> 'NORMAL' AND a.asset = ? AND split_part(a.model_name, '/', 1) = ?"
                        + " ORDER BY a.raised, a.id",
                statement -> {
                    statement.setString(1, point.asset().value());
                    statement.setString(2, point.modelName());
                });
    }

    private static List<Alarm> alarms(Connection connection, String which, Binding binding) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALARMS + which)) {
            binding.into(select);
            try (ResultSet row = select.executeQuery()) {
                List<Alarm> alarms = new ArrayList<>();
                while (row.next()) {
                    alarms.add(alarm(row));
                }
                return alarms;
            }
        }
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        Episode episode = episode(row);
        Timestamp until = row.getTimestamp("until");
        Optional<Shelving> shelving = until == null
                ? Optional.empty()
                : Optional.of(new Shelving(
                        until.toInstant(), row.getString("silence_reason"), row.getString("silence_actor")));
        return new Alarm(
                episode.id(),
                episode.asset(),
                AlarmPriority.valueOf(row.getString("priority")),
                AlarmState.valueOf(row.getString("state")),
                row.getString("message"),
                row.getTimestamp("raised").toInstant(),
                row.getTimestamp("changed").toInstant(),
                episode,
                AlarmJson.diagnosis(row.getString("diagnosis")),
                shelving,
                Optional.ofNullable(row.getString("acknowledged_by")));
    }

    static void insert(Connection connection, Alarm alarm, int windows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO advisor.alarm (id, asset,"
                + " model_name, priority, state, message, raised, changed, diagnosis, diagnosis_wanted,"
                + " diagnosis_done) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, 0)")) {
            insert.setObject(1, alarm.id().value());
            insert.setString(2, alarm.asset().value());
            insert.setString(3, alarm.episode().model().name());
            insert.setString(4, alarm.priority().name());
            insert.setString(5, alarm.state().name());
            insert.setString(6, alarm.message());
            insert.setTimestamp(7, Timestamp.from(alarm.raised()));
            insert.setTimestamp(8, Timestamp.from(alarm.changed()));
            insert.setString(9, AlarmJson.of(alarm.diagnosis()));
            insert.setInt(10, windows);
            insert.executeUpdate();
        }
    }

    static void move(Connection connection, EpisodeId id, AlarmState to, Instant at) throws SQLException {
        update(connection, "SET state = ?, changed = ? WHERE id = ?", statement -> {
            statement.setString(1, to.name());
            statement.setTimestamp(2, Timestamp.from(at));
            statement.setObject(3, id.value());
        });
    }

    static void acknowledged(Connection connection, EpisodeId id, Optional<String> by) throws SQLException {
        update(connection, "SET acknowledged_by = ? WHERE id = ?", statement -> {
            statement.setString(1, by.orElse(null));
            statement.setObject(2, id.value());
        });
    }

    static void raisePriority(Connection connection, EpisodeId id, AlarmPriority priority) throws SQLException {
        update(connection, "SET priority = ? WHERE id = ?", statement -> {
            statement.setString(1, priority.name());
            statement.setObject(2, id.value());
        });
    }

    static void wantDiagnosis(Connection connection, EpisodeId id, int windows) throws SQLException {
        update(connection, "SET diagnosis_wanted = ? WHERE id = ?", statement -> {
            statement.setInt(1, windows);
            statement.setObject(2, id.value());
        });
    }

    static List<Due> dueDiagnoses(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id, diagnosis_wanted FROM advisor.alarm"
                + " WHERE diagnosis_wanted > diagnosis_done ORDER BY raised DESC LIMIT ?")) {
            select.setInt(1, limit);
            try (ResultSet row = select.executeQuery()) {
                List<Due> due = new ArrayList<>();
                while (row.next()) {
                    due.add(new Due(new EpisodeId(row.getObject(1, UUID.class)), row.getInt(2)));
                }
                return due;
            }
        }
    }

    /** Writes a diagnosis down; {@code done} is the number of windows it rests on, 0 if it is still to be worked out. */
    static void diagnosed(Connection connection, EpisodeId id, Diagnosis diagnosis, String message, int done)
            throws SQLException {
        update(
                connection,
                "SET diagnosis = ?::jsonb, message = ?, diagnosis_done = greatest(diagnosis_done, ?) WHERE id = ?",
                statement -> {
                    statement.setString(1, AlarmJson.of(diagnosis));
                    statement.setString(2, message);
                    statement.setInt(3, done);
                    statement.setObject(4, id.value());
                });
    }

    private static void update(Connection connection, String what, Binding binding) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE advisor.alarm " + what)) {
            binding.into(update);
            update.executeUpdate();
        }
    }

    static void save(Connection connection, Episode episode) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO advisor.episode"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT (id) DO UPDATE SET"
                + " updated = excluded.updated, closed = excluded.closed, peak_score = excluded.peak_score,"
                + " contributions = excluded.contributions, suspect = excluded.suspect")) {
            upsert.setObject(1, episode.id().value());
            upsert.setString(2, episode.asset().value());
            upsert.setString(3, episode.model().name());
            upsert.setInt(4, episode.model().version());
            upsert.setLong(5, episode.onsetNanos());
            upsert.setLong(6, episode.updatedNanos());
            upsert.setObject(7, episode.closedNanos().orElse(null), Types.BIGINT);
            upsert.setDouble(8, episode.peakScore());
            upsert.setString(9, AlarmJson.of(episode.contributions()));
            upsert.setString(10, episode.suspect().name());
            upsert.executeUpdate();
        }
    }

    static List<Episode> episodes(Connection connection, AssetId asset, int limit) throws SQLException {
        return episodes(connection, "WHERE asset = ? ORDER BY onset DESC, id LIMIT ?", statement -> {
            statement.setString(1, asset.value());
            statement.setInt(2, limit);
        });
    }

    static Optional<Episode> episode(Connection connection, EpisodeId id) throws SQLException {
        return episodes(connection, "WHERE id = ?", statement -> statement.setObject(1, id.value())).stream()
                .findFirst();
    }

    private static List<Episode> episodes(Connection connection, String which, Binding binding) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM advisor.episode " + which)) {
            binding.into(select);
            try (ResultSet row = select.executeQuery()) {
                List<Episode> episodes = new ArrayList<>();
                while (row.next()) {
                    episodes.add(episode(row));
                }
                return episodes;
            }
        }
    }

    private static Episode episode(ResultSet row) throws SQLException {
        return new Episode(
                new EpisodeId(row.getObject("id", UUID.class)),
                new AssetId(row.getString("asset")),
                row.getLong("onset"),
                row.getLong("updated"),
                Optional.ofNullable(row.getObject("closed", Long.class)),
                row.getDouble("peak_score"),
                AlarmJson.contributions(row.getString("contributions")),
                Suspect.valueOf(row.getString("suspect")),
                new ModelRef(row.getString("model_name"), row.getInt("model_version")));
    }
}
