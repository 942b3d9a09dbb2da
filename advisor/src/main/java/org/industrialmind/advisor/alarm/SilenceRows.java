package org.industrialmind.advisor.alarm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.industrialmind.signal.AssetId;

/** Which alarm points are silenced, how, why and by whom. */
final class SilenceRows {
    private SilenceRows() {}

    /** The silence of one point of any model. */
    record Silence(AlarmPoint point, AlarmState state, Optional<Instant> until, String reason, String actor) {}

    static Optional<Silence> of(Connection connection, AlarmPoint point) throws SQLException {
        return silences(connection, "WHERE asset = ? AND purpose = ?", select -> bind(select, 1, point)).stream()
                .findFirst();
    }

    /** Returns the shelvings whose time has passed. */
    static List<Silence> expired(Connection connection, Instant now) throws SQLException {
        return silences(
                connection,
                "WHERE until <= ? ORDER BY until, asset, purpose",
                select -> select.setTimestamp(1, Timestamp.from(now)));
    }

    static void begin(Connection connection, Silence silence) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO advisor.silence (asset, purpose,"
                + " state, until, reason, actor) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (asset, purpose) DO UPDATE"
                + " SET state = excluded.state, until = excluded.until, reason = excluded.reason,"
                + " actor = excluded.actor")) {
            bind(upsert, 1, silence.point());
            upsert.setString(3, silence.state().name());
            upsert.setTimestamp(4, silence.until().map(Timestamp::from).orElse(null));
            upsert.setString(5, silence.reason());
            upsert.setString(6, silence.actor());
            upsert.executeUpdate();
        }
    }

    static void end(Connection connection, AlarmPoint point) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM advisor.silence WHERE asset = ? AND purpose = ?")) {
            bind(delete, 1, point);
            delete.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int from, AlarmPoint point) throws SQLException {
        statement.setString(from, point.asset().value());
        statement.setString(from + 1, point.modelName());
    }

    private static List<Silence> silences(Connection connection, String which, AlarmRows.Binding binding)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT asset, purpose, state, until, reason, actor FROM advisor.silence " + which)) {
            binding.into(select);
            try (ResultSet row = select.executeQuery()) {
                List<Silence> silences = new ArrayList<>();
                while (row.next()) {
                    silences.add(new Silence(
                            new AlarmPoint(new AssetId(row.getString(1)), row.getString(2)),
                            AlarmState.valueOf(row.getString(3)),
                            Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant),
                            row.getString(5),
                            row.getString(6)));
                }
                return silences;
            }
        }
    }
}
