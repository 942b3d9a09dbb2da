package org.industrialmind.advisor.alarm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.industrialmind.learning.decision.FdrState;

/** What the rule of a fleet remembers between two decisions, by the name of the model. */
final class FleetRows {
    private FleetRows() {}

    /** Returns the states of those fleets, new ones for fleets not seen before, and locks them. */
    static Map<String, FdrState> lock(Connection connection, Collection<String> models) throws SQLException {
        Map<String, FdrState> fleets = new TreeMap<>();
        if (models.isEmpty()) {
            return fleets;
        }
        var names = connection.createArrayOf("text", new TreeSet<>(models).toArray());
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO advisor.fleet"
                + " SELECT m, NULL FROM unnest(?::text[]) AS models (m) ORDER BY m ON CONFLICT DO NOTHING")) {
            insert.setArray(1, names);
            insert.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT model_name, state FROM advisor.fleet"
                + " WHERE model_name = ANY (?) ORDER BY model_name FOR UPDATE")) {
            select.setArray(1, names);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String state = row.getString(2);
                    fleets.put(row.getString(1), state == null ? FdrState.initial() : AlarmJson.fleet(state));
                }
            }
        }
        return fleets;
    }

    /** Keeps those states that differ from what they were. */
    static void save(Connection connection, Map<String, FdrState> before, Map<String, FdrState> after)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE advisor.fleet SET state = ?::jsonb WHERE model_name = ?")) {
            for (var fleet : new TreeMap<>(after).entrySet()) {
                if (!fleet.getValue().equals(before.get(fleet.getKey()))) {
                    update.setString(1, AlarmJson.of(fleet.getValue()));
                    update.setString(2, fleet.getKey());
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
    }
}
