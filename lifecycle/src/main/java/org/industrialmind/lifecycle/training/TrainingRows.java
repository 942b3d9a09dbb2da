package org.industrialmind.lifecycle.training;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.industrialmind.signal.ModelRef;
import tools.jackson.databind.json.JsonMapper;

/** Training jobs as rows of the database. */
final class TrainingRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TrainingRows() {}

    static void insert(Connection connection, UUID id, TrainingJob job, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO lifecycle.training_job (id, job,"
                + " state, attempts, submitted, changed) VALUES (?, ?::jsonb, 'QUEUED', 0, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, JSON.writeValueAsString(job));
            insert.setTimestamp(3, Timestamp.from(now));
            insert.setTimestamp(4, Timestamp.from(now));
            insert.executeUpdate();
        }
    }

    static Optional<TrainingStatus> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM lifecycle.training_job WHERE id = ?")) {
            select.setObject(1, id);
            return read(select).stream().findFirst();
        }
    }

    static List<TrainingStatus> newest(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT * FROM lifecycle.training_job ORDER BY submitted DESC, id LIMIT ?")) {
            select.setInt(1, limit);
            return read(select);
        }
    }

    /** Returns the newest job of that model, one that has failed only if all have. */
    static Optional<TrainingStatus> newestOf(Connection connection, String modelName) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM lifecycle.training_job"
                + " WHERE job ->> 'modelName' = ? ORDER BY state = 'FAILED', submitted DESC, id LIMIT 1")) {
            select.setString(1, modelName);
            return read(select).stream().findFirst();
        }
    }

    /** Returns the names of the models that a job has been submitted for, in their order. */
    static List<String> models(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT DISTINCT job ->> 'modelName' AS model FROM lifecycle.training_job ORDER BY model");
                ResultSet row = select.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        }
    }

    /** Returns the jobs that still have to be done, oldest first. */
    static List<UUID> unfinished(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM lifecycle.training_job"
                + " WHERE state IN ('QUEUED', 'RUNNING') ORDER BY submitted, id")) {
            return read(select).stream().map(TrainingStatus::id).toList();
        }
    }

    /** Returns the newest of the jobs like that one which still have to be done. */
    static Optional<UUID> unfinished(Connection connection, TrainingJob job) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM lifecycle.training_job"
                + " WHERE state IN ('QUEUED', 'RUNNING') AND job = ?::jsonb ORDER BY submitted DESC, id LIMIT 1")) {
            select.setString(1, JSON.writeValueAsString(job));
            return read(select).stream().map(TrainingStatus::id).findFirst();
        }
    }

    /** Takes the job for another attempt and returns its number, or nothing if the job is finished already. */
    static OptionalInt begin(Connection connection, UUID id, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE lifecycle.training_job"
                + " SET state = 'RUNNING', attempts = attempts + 1, changed = ?"
                + " WHERE id = ? AND state IN ('QUEUED', 'RUNNING') RETURNING attempts")) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setObject(2, id);
            try (ResultSet row = update.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        }
    }

    /**
     * Ends that attempt; returns false if another attempt has begun since, whose word counts then. One that goes back to the
     * queue was stopped by someone and does not count among those that killed their worker.
     */
    static boolean end(Connection connection, UUID id, int attempt, TrainingState state, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE lifecycle.training_job"
                + " SET state = ?, model_name = ?, model_version = ?, reason = ?, changed = ?, attempts = attempts - ?"
                + " WHERE id = ? AND state = 'RUNNING' AND attempts = ?")) {
            Optional<ModelRef> model =
                    state instanceof TrainingState.Succeeded done ? Optional.of(done.model()) : Optional.empty();
            update.setString(1, name(state));
            update.setString(2, model.map(ModelRef::name).orElse(null));
            update.setObject(3, model.map(ModelRef::version).orElse(null), Types.INTEGER);
            update.setString(4, state instanceof TrainingState.Failed failed ? failed.reason() : null);
            update.setTimestamp(5, Timestamp.from(now));
            update.setInt(6, state instanceof TrainingState.Queued ? 1 : 0);
            update.setObject(7, id);
            update.setInt(8, attempt);
            return update.executeUpdate() == 1;
        }
    }

    private static String name(TrainingState state) {
        return switch (state) {
            case TrainingState.Queued queued -> "QUEUED";
            case TrainingState.Running running -> "RUNNING";
            case TrainingState.Succeeded succeeded -> "SUCCEEDED";
            case TrainingState.Failed failed -> "FAILED";
        };
    }

    private static List<TrainingStatus> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<TrainingStatus> all = new ArrayList<>();
            while (row.next()) {
                all.add(new TrainingStatus(
                        row.getObject("id", UUID.class),
                        JSON.readValue(row.getString("job"), TrainingJob.class),
                        state(row),
                        row.getTimestamp("submitted").toInstant(),
                        row.getTimestamp("changed").toInstant()));
            }
            return all;
        }
    }

    private static TrainingState state(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return switch (state) {
            case "QUEUED" -> new TrainingState.Queued();
            case "RUNNING" -> new TrainingState.Running(row.getInt("attempts"));
            case "SUCCEEDED" ->
                new TrainingState.Succeeded(new ModelRef(row.getString("model_name"), row.getInt("model_version")));
            case "FAILED" -> new TrainingState.Failed(row.getString("reason"));
            default -> throw new SQLException("training job has the unknown state " + state);
        };
    }
}
