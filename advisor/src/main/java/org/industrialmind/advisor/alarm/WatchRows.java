package org.industrialmind.advisor.alarm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.industrialmind.signal.AssetId;

/** How far assessments have been taken in, and what is remembered of each machine and detector. */
final class WatchRows {
    private WatchRows() {}

    static Map<Integer, Long> positions(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT partition, next_offset FROM advisor.consumed");
                ResultSet row = select.executeQuery()) {
            return readPositions(row);
        }
    }

    /** Returns the positions of those partitions and keeps other desks off them until the transaction ends. */
    static Map<Integer, Long> lockPositions(Connection connection, Collection<Integer> partitions) throws SQLException {
        var array = connection.createArrayOf("integer", partitions.toArray());
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO advisor.consumed"
                + " SELECT partition, 0 FROM unnest(?::integer[]) AS partition ORDER BY partition"
                + " ON CONFLICT DO NOTHING")) {
            insert.setArray(1, array);
            insert.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT partition, next_offset"
                + " FROM advisor.consumed WHERE partition = ANY (?) ORDER BY partition FOR UPDATE")) {
            select.setArray(1, array);
            try (ResultSet row = select.executeQuery()) {
                return readPositions(row);
            }
        }
    }

    /** Moves positions forward, never back. */
    static void advance(Connection connection, Map<Integer, Long> nextPositions) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE advisor.consumed SET next_offset = greatest(next_offset, ?) WHERE partition = ?")) {
            for (var next : new TreeMap<>(nextPositions).entrySet()) {
                update.setLong(1, next.getValue());
                update.setInt(2, next.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** Returns all watches of the machines of those points, new ones for points not seen before, and locks them. */
    static Map<AlarmPoint, EpisodeWatch> lockWatches(Connection connection, SortedSet<AlarmPoint> points)
            throws SQLException {
        var assets = connection.createArrayOf(
                "text", points.stream().map(p -> p.asset().value()).toArray());
        var models = connection.createArrayOf(
                "text", points.stream().map(AlarmPoint::modelName).toArray());
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO advisor.watch"
                + " SELECT a, m, NULL FROM unnest(?::text[], ?::text[]) AS points (a, m) ORDER BY a, m"
                + " ON CONFLICT DO NOTHING")) {
            insert.setArray(1, assets);
            insert.setArray(2, models);
            insert.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT asset, model_name, state"
                + " FROM advisor.watch WHERE asset = ANY (?) ORDER BY asset, model_name FOR UPDATE")) {
            select.setArray(1, assets);
            try (ResultSet row = select.executeQuery()) {
                Map<AlarmPoint, EpisodeWatch> watches = new LinkedHashMap<>();
                while (row.next()) {
                    String state = row.getString(3);
                    watches.put(
                            new AlarmPoint(new AssetId(row.getString(1)), row.getString(2)),
                            state == null ? EpisodeWatch.initial() : AlarmJson.watch(state));
                }
                return watches;
            }
        }
    }

    static void save(Connection connection, List<Map.Entry<AlarmPoint, EpisodeWatch>> watches) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE advisor.watch SET state = ?::jsonb WHERE asset = ? AND model_name = ?")) {
            for (var watch : watches) {
                update.setString(1, AlarmJson.of(watch.getValue()));
                update.setString(2, watch.getKey().asset().value());
                update.setString(3, watch.getKey().modelName());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static Map<Integer, Long> readPositions(ResultSet row) throws SQLException {
        Map<Integer, Long> positions = new HashMap<>();
        while (row.next()) {
            positions.put(row.getInt(1), row.getLong(2));
        }
        return positions;
    }
}
