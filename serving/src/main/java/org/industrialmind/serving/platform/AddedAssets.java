package org.industrialmind.serving.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.industrialmind.serving.web.Problem;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Installation;
import org.industrialmind.signal.Installation.Support;
import org.industrialmind.signal.PlantPath;

/** The machines that people have added, as rows of PostgreSQL; the schema {@code serving} is up to date by then. */
public final class AddedAssets {
    private final DataSource database;

    /** A machine and the id of the schema in which its readings come. */
    public record Added(Asset asset, long schemaId) {}

    public AddedAssets(DataSource database) {
        this.database = database;
    }

    public List<Added> all() {
        String sql = "select id, name, equipment_class, site, area, system, criticality, schema_id, rated_kilowatts,"
                + " support from serving.asset order by id";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            List<Added> added = new ArrayList<>();
            while (row.next()) {
                added.add(new Added(asset(row), row.getLong("schema_id")));
            }
            return added;
        } catch (SQLException failed) {
            throw Problem.databaseAway("the machines that were added could not be read", failed);
        }
    }

    /** Keeps a machine in place of what was kept under its tag. */
    public void keep(Added added) {
        String sql = "insert into serving.asset (id, name, equipment_class, site, area, system, criticality,"
                + " schema_id, rated_kilowatts, support) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update"
                + " set name = excluded.name, equipment_class = excluded.equipment_class, site = excluded.site, area ="
                + " excluded.area, system = excluded.system, criticality = excluded.criticality, schema_id ="
                + " excluded.schema_id, rated_kilowatts = excluded.rated_kilowatts, support = excluded.support";
        Asset asset = added.asset();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, asset.id().value());
            insert.setString(2, asset.name());
            insert.setString(3, asset.equipmentClass().code());
            insert.setString(4, asset.path().site());
            insert.setString(5, asset.path().area());
            insert.setString(6, asset.path().system());
            insert.setInt(7, asset.criticality());
            insert.setLong(8, added.schemaId());
            insert.setObject(
                    9, asset.installation().map(Installation::ratedKilowatts).orElse(null), Types.DOUBLE);
            insert.setString(
                    10,
                    asset.installation()
                            .map(Installation::support)
                            .map(Support::code)
                            .orElse(null));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw Problem.databaseAway("the machine could not be kept", failed);
        }
    }

    private static Asset asset(ResultSet row) throws SQLException {
        return new Asset(
                new AssetId(row.getString("id")),
                row.getString("name"),
                new EquipmentClass(row.getString("equipment_class")),
                new PlantPath(row.getString("site"), row.getString("area"), row.getString("system")),
                row.getInt("criticality"),
                installation(row));
    }

    private static Optional<Installation> installation(ResultSet row) throws SQLException {
        String support = row.getString("support");
        return support == null
                ? Optional.empty()
                : Optional.of(new Installation(row.getDouble("rated_kilowatts"), Support.ofCode(support)));
    }
}
