package org.industrialmind.serving.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.industrialmind.serving.web.Problem;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.telemetry.wire.SchemaJson;

/**
 * The classes of machines that people have described, as rows of PostgreSQL; the schema {@code serving} is up to date by
 * then.
 */
public final class AddedClasses {
    private final DataSource database;

    public AddedClasses(DataSource database) {
        this.database = database;
    }

    /** Returns what is measured on the machines of each class, by the code of the class. */
    public List<FrameSchema> all() {
        String sql = "select described from serving.equipment_class order by code";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            List<FrameSchema> classes = new ArrayList<>();
            while (row.next()) {
                classes.add(SchemaJson.decode(row.getString("described").getBytes(UTF_8)));
            }
            return classes;
        } catch (SQLException failed) {
            throw Problem.databaseAway("the classes that were added could not be read", failed);
        }
    }

    /** Keeps what is measured on the machines of a class in place of what was kept for it. */
    public void keep(FrameSchema schema) {
        String sql = "insert into serving.equipment_class (code, described) values (?, ?::jsonb)"
                + " on conflict (code) do update set described = excluded.described";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, schema.equipmentClass().code());
            insert.setString(2, new String(SchemaJson.encode(schema), UTF_8));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw Problem.databaseAway("the class could not be kept", failed);
        }
    }
}
