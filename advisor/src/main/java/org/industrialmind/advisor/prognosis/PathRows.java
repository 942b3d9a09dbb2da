package org.industrialmind.advisor.prognosis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.industrialmind.advisor.alarm.AlarmPoint;
import org.industrialmind.signal.AssetId;
import tools.jackson.databind.json.JsonMapper;

/** The path of each machine and detector, as rows of the database. */
final class PathRows {
    static final String SCHEMA = "prognosis";

    private PathRows() {}

    /**
     * Returns all watches of the machines of those points, new ones for points not seen before. The alarm desk's locks keep
     * others off.
     */
    static Map<AlarmPoint, PathWatch> watches(Connection connection, SortedSet<AlarmPoint> points) throws SQLException {
        Map<AlarmPoint, PathWatch> watches = new LinkedHashMap<>();
        points.forEach(point -> watches.put(point, PathWatch.initial()));
        try (PreparedStatement select = connection.prepareStatement("SELECT asset, model, state FROM prognosis.path"
                + " WHERE asset = ANY (?) ORDER BY asset, model FOR UPDATE")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            points.stream()
                                    .map(p -> p.asset().value())
                                    .distinct()
                                    .toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    watches.put(
                            new AlarmPoint(new AssetId(row.getString(1)), row.getString(2)), watch(row.getString(3)));
                }
                return watches;
            }
        }
    }

    static void save(Connection connection, List<Map.Entry<AlarmPoint, PathWatch>> watches) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO prognosis.path (asset, model, seen,"
                + " open, state) VALUES (?, ?, ?, ?, ?::jsonb) ON CONFLICT (asset, model) DO UPDATE SET seen ="
                + " excluded.seen, open = excluded.open, state = excluded.state")) {
            for (var entry : watches) {
                PathWatch watch = entry.getValue();
                upsert.setString(1, entry.getKey().asset().value());
                upsert.setString(2, entry.getKey().modelName());
                upsert.setLong(3, watch.rule().lastNanos());
                upsert.setBoolean(4, watch.path().isPresent());
                upsert.setString(5, JsonMapper.shared().writeValueAsString(watch));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** Returns what is remembered of that machine, an open path before a closed one and then the newest first. */
    static List<PathWatch> of(Connection connection, AssetId asset) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT state FROM prognosis.path WHERE asset = ? ORDER BY open DESC, seen DESC")) {
            select.setString(1, asset.value());
            try (ResultSet row = select.executeQuery()) {
                List<PathWatch> watches = new ArrayList<>();
                while (row.next()) {
                    watches.add(watch(row.getString(1)));
                }
                return watches;
            }
        }
    }

    static Set<AssetId> open(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT asset FROM prognosis.path WHERE open");
                ResultSet row = select.executeQuery()) {
            Set<AssetId> assets = new TreeSet<>();
            while (row.next()) {
                assets.add(new AssetId(row.getString(1)));
            }
            return assets;
        }
    }

    private static PathWatch watch(String json) {
        return JsonMapper.shared().readValue(json, PathWatch.class);
    }
}
