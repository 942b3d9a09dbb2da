package org.industrialmind.serving.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.industrialmind.serving.web.Problem;
import org.industrialmind.signal.EquipmentClass;

/** The classes of machines that people have described, as rows of PostgreSQL; the schema {@code serving} is up to date by then. */
public final class AddedClasses {
    private final DataSource database;

    public AddedClasses(DataSource database) {
        this.database = database;
    }

    /** Returns the ids of the schemas in which the readings of their machines come, by the code of the class. */
    public Map<String, Long> all() {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select code, schema_id from serving.equipment_class");
                ResultSet row = query.executeQuery()) {
            Map<String, Long> classes = new TreeMap<>();
            while (row.next()) {
                classes.put(row.getString("code"), row.getLong("schema_id"));
            }
            return classes;
        } catch (SQLException failed) {
            throw Problem.databaseAway("the classes that were added could not be read", failed);
        }
    }

    /** Keeps the id of a class's schema in place of what was kept for that class. */
    public void keep(EquipmentClass equipmentClass, long schemaId) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into serving.equipment_class (code, schema_id)"
                                + " values (?, ?) on conflict (code) do update set schema_id = excluded.schema_id")) {
            insert.setString(1, equipmentClass.code());
            insert.setLong(2, schemaId);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw Problem.databaseAway("the class could not be kept", failed);
        }
    }
}
