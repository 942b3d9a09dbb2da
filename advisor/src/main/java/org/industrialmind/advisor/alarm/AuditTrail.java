package org.industrialmind.advisor.alarm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.industrialmind.signal.EpisodeId;

/**
 * The append-only record of what happened to alarms.
 *
 * <p>The database refuses to change or remove an entry. Against somebody who may switch that off, each entry also holds
 * the SHA-256 of its own text and of the hash before it: whoever alters an entry breaks the chain there, and whoever
 * mends the chain has to rewrite everything after it and ends with another head. Writers take turns (the desk's lock), so
 * the sequence has no holes.
 */
final class AuditTrail {
    private static final byte[] BEGINNING = new byte[32];

    private AuditTrail() {}

    private record Head(long sequence, byte[] hash) {}

    /** Adds an entry; the caller holds the desk's lock. */
    static void append(
            Connection connection,
            EpisodeId alarm,
            Instant at,
            String actor,
            AlarmEvent event,
            AlarmState from,
            AlarmState to,
            String reason)
            throws SQLException {
        Head head = head(connection);
        // PostgreSQL keeps microseconds; the hash must be of what will be read back
        AuditEntry entry = new AuditEntry(
                head.sequence() + 1, at.truncatedTo(ChronoUnit.MICROS), actor, event.code(), from, to, reason);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO advisor.audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, entry.sequence());
            insert.setObject(2, alarm.value());
            insert.setTimestamp(3, Timestamp.from(entry.at()));
            insert.setString(4, entry.actor());
            insert.setString(5, entry.action());
            insert.setString(6, entry.from().name());
            insert.setString(7, entry.to().name());
            insert.setString(8, entry.reason());
            insert.setBytes(9, head.hash());
            insert.setBytes(10, hash(head.hash(), alarm, entry));
            insert.executeUpdate();
        }
    }

    static List<AuditEntry> of(Connection connection, EpisodeId alarm) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM advisor.audit WHERE alarm = ? ORDER BY sequence")) {
            select.setObject(1, alarm.value());
            try (ResultSet row = select.executeQuery()) {
                List<AuditEntry> entries = new ArrayList<>();
                while (row.next()) {
                    entries.add(entry(row));
                }
                return entries;
            }
        }
    }

    static AuditVerdict verify(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM advisor.audit ORDER BY sequence")) {
            select.setFetchSize(1000);
            byte[] previous = BEGINNING;
            long entries = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries++;
                    if (!follows(row, entries, previous)) {
                        return new AuditVerdict(entries, Optional.of(entries), hex(previous));
                    }
                    previous = row.getBytes("hash");
                }
            }
            return new AuditVerdict(entries, Optional.empty(), hex(previous));
        }
    }

    static long callsSince(Connection connection, Instant since) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(
                "SELECT count(*) FROM advisor.audit WHERE to_state = 'UNACKNOWLEDGED' AND at >= ?")) {
            count.setTimestamp(1, Timestamp.from(since));
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static boolean follows(ResultSet row, long sequence, byte[] previous) throws SQLException {
        AuditEntry entry = entry(row);
        EpisodeId alarm = new EpisodeId(row.getObject("alarm", UUID.class));
        return entry.sequence() == sequence
                && Arrays.equals(row.getBytes("prev_hash"), previous)
                && Arrays.equals(row.getBytes("hash"), hash(previous, alarm, entry));
    }

    private static Head head(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT sequence, hash FROM advisor.audit ORDER BY sequence DESC LIMIT 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? new Head(row.getLong(1), row.getBytes(2)) : new Head(0, BEGINNING);
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                AlarmState.valueOf(row.getString("from_state")),
                AlarmState.valueOf(row.getString("to_state")),
                row.getString("reason"));
    }

    /** Hashes the fields with their lengths, so that no text can pass for two fields. */
    private static byte[] hash(byte[] previous, EpisodeId alarm, AuditEntry entry) {
        StringBuilder text = new StringBuilder();
        for (String field : List.of(
                Long.toString(entry.sequence()),
                alarm.toString(),
                entry.at().toString(),
                entry.actor(),
                entry.action(),
                entry.from().name(),
                entry.to().name(),
                entry.reason())) {
            text.append(field.length()).append(':').append(field).append('\n');
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(previous);
            return sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
