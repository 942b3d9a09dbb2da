package org.industrialmind.advisor.advice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.industrialmind.signal.AssetId;
import tools.jackson.databind.json.JsonMapper;

/** The terms that people have set for single machines. */
final class TermsRows {
    private TermsRows() {}

    static Optional<MaintenanceTerms> of(Connection connection, AssetId asset) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT terms FROM advice.terms WHERE asset = ?")) {
            select.setString(1, asset.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(JsonMapper.shared().readValue(row.getString(1), MaintenanceTerms.class))
                        : Optional.empty();
            }
        }
    }

    static void save(Connection connection, AssetId asset, MaintenanceTerms terms, String actor) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO advice.terms (asset, terms, set_by)"
                + " VALUES (?, ?::jsonb, ?) ON CONFLICT (asset) DO UPDATE SET terms = excluded.terms,"
                + " set_by = excluded.set_by, set_at = now()")) {
            upsert.setString(1, asset.value());
            upsert.setString(2, JsonMapper.shared().writeValueAsString(terms));
            upsert.setString(3, actor);
            upsert.executeUpdate();
        }
    }
}
