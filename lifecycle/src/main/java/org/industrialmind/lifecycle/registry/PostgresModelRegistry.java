package org.industrialmind.lifecycle.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.sql.DataSource;
import org.industrialmind.learning.Provenance;
import org.industrialmind.lifecycle.database.LifecycleDatabase;
import org.industrialmind.signal.ModelRef;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registry with its records in PostgreSQL and its files in a folder.
 *
 * <p>Files come first, the record second: a crash in between leaves files that no version names, never a version without
 * files. Processes on several machines share one registry if they share the folder.
 */
public final class PostgresModelRegistry implements ModelRegistry {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Double>> METRICS = new TypeReference<>() {};
    private static final String VERSIONS = """
            SELECT m.*, m.version = (SELECT p.version FROM lifecycle.promotion p WHERE p.name = m.name
                                     ORDER BY p.revision DESC LIMIT 1) AS champion
            FROM lifecycle.model_version m
            """;

    private final LifecycleDatabase database;
    private final ArtifactFolder artifacts;
    private final InstantSource clock;

    /**
     * Opens the registry and brings its tables up to date.
     *
     * @param folder where the files are kept; made if it is not there
     */
    public PostgresModelRegistry(DataSource source, Path folder, InstantSource clock) throws IOException {
        this.database = new LifecycleDatabase(source);
        this.artifacts = new ArtifactFolder(folder);
        this.clock = clock;
    }

    /** Fills the question marks of a statement. */
    private interface Binding {
        void into(PreparedStatement statement) throws SQLException;
    }

    @Override
    public ModelVersion register(
            String name, String kind, Path folder, Provenance provenance, Map<String, Double> metrics)
            throws IOException {
        String sha256 = artifacts.keep(folder);
        Instant now = now();
        return database.inTransaction(connection -> {
            LifecycleDatabase.takeTurns(connection, "version/" + name);
            ModelRef ref = new ModelRef(name, lastVersion(connection, name) + 1);
            ModelVersion version = new ModelVersion(ref, kind, sha256, provenance, metrics, now, false);
            insert(connection, version);
            return version;
        });
    }

    private static int lastVersion(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT coalesce(max(version), 0) FROM lifecycle.model_version WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void insert(Connection connection, ModelVersion version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO lifecycle.model_version VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)")) {
            insert.setString(1, version.ref().name());
            insert.setInt(2, version.ref().version());
            insert.setString(3, version.kind());
            insert.setString(4, version.sha256());
            insert.setString(5, JSON.writeValueAsString(version.provenance()));
            insert.setString(6, JSON.writeValueAsString(version.metrics()));
            insert.setTimestamp(7, Timestamp.from(version.registered()));
            insert.executeUpdate();
        }
    }

    @Override
    public Path artifact(ModelRef model) throws IOException {
        ModelVersion version = find(model).orElseThrow(() -> unknown(model));
        try {
            return artifacts.verified(version.sha256());
        } catch (IOException damaged) {
            throw new IOException(model + " is refused: " + damaged.getMessage(), damaged);
        }
    }

    @Override
    public Optional<ModelVersion> find(ModelRef model) {
        return database.inTransaction(connection -> find(connection, model));
    }

    private static Optional<ModelVersion> find(Connection connection, ModelRef model) throws SQLException {
        return versions(connection, "WHERE m.name = ? AND m.version = ?", select -> {
                    select.setString(1, model.name());
                    select.setInt(2, model.version());
                })
                .stream()
                .findFirst();
    }

    @Override
    public List<ModelVersion> all() {
        return database.inTransaction(
                connection -> versions(connection, "ORDER BY m.name, m.version DESC", select -> {}));
    }

    @Override
    public Optional<ModelVersion> champion(String name) {
        return promotions(name).stream().findFirst().flatMap(promotion -> find(promotion.model()));
    }

    @Override
    public ModelVersion promote(ModelRef model, String by, String reason) {
        return database.inTransaction(connection -> {
            LifecycleDatabase.takeTurns(connection, "promotion");
            if (find(connection, model).isEmpty()) {
                throw unknown(model);
            }
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO lifecycle.promotion"
                    + " SELECT coalesce(max(revision), 0) + 1, ?, ?, ?, ?, ? FROM lifecycle.promotion")) {
                insert.setString(1, model.name());
                insert.setInt(2, model.version());
                insert.setString(3, by);
                insert.setString(4, reason);
                insert.setTimestamp(5, Timestamp.from(now()));
                insert.executeUpdate();
            }
            return find(connection, model).orElseThrow();
        });
    }

    @Override
    public List<Promotion> promotions(String name) {
        return database.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT version, actor, reason, at FROM lifecycle.promotion WHERE name = ? ORDER BY revision DESC")) {
                select.setString(1, name);
                try (ResultSet row = select.executeQuery()) {
                    List<Promotion> promotions = new ArrayList<>();
                    while (row.next()) {
                        promotions.add(new Promotion(
                                new ModelRef(name, row.getInt(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getTimestamp(4).toInstant()));
                    }
                    return promotions;
                }
            }
        });
    }

    @Override
    public long revision() {
        return database.inTransaction(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT coalesce(max(revision), 0) FROM lifecycle.promotion");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static List<ModelVersion> versions(Connection connection, String which, Binding binding)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(VERSIONS + which)) {
            binding.into(select);
            try (ResultSet row = select.executeQuery()) {
                List<ModelVersion> versions = new ArrayList<>();
                while (row.next()) {
                    versions.add(version(row));
                }
                return versions;
            }
        }
    }

    private static ModelVersion version(ResultSet row) throws SQLException {
        return new ModelVersion(
                new ModelRef(row.getString("name"), row.getInt("version")),
                row.getString("kind"),
                row.getString("sha256"),
                JSON.readValue(row.getString("provenance"), Provenance.class),
                JSON.readValue(row.getString("metrics"), METRICS),
                row.getTimestamp("registered").toInstant(),
                row.getBoolean("champion"));
    }

    private static NoSuchElementException unknown(ModelRef model) {
        return new NoSuchElementException(
                "the registry has no " + model + "; list the models to see which versions there are");
    }

    /** PostgreSQL keeps microseconds; what is returned must be what will be read back. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
