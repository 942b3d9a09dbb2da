package org.industrialmind.serving.backtest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.industrialmind.serving.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** The table of backtests. */
final class BacktestRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataSource database;

    BacktestRows(DataSource database) {
        this.database = database;
    }

    void insert(UUID id, Instant now, String by, BacktestBody asked) {
        update(
                "insert into serving.backtest (id, submitted, submitted_by, state, asked)"
                        + " values (?, ?, ?, 'queued', ?::jsonb)",
                id,
                Timestamp.from(now),
                by,
                JSON.writeValueAsString(asked));
    }

    void running(UUID id) {
        update("update serving.backtest set state = 'running' where id = ?", id);
    }

    void done(UUID id, BacktestResult result) {
        update(
                "update serving.backtest set state = 'done', result = ?::jsonb where id = ?",
                JSON.writeValueAsString(result),
                id);
    }

    void failed(UUID id, String why) {
        update("update serving.backtest set state = 'failed', failure = ? where id = ?", why, id);
    }

    /** Marks what an earlier start has left unfinished. */
    void abandon(String why) {
        update("update serving.backtest set state = 'failed', failure = ? where state in ('queued', 'running')", why);
    }

    /** Returns the newest without their results. */
    List<BacktestView> newest(int limit) {
        String sql = "select id, submitted, submitted_by, state, asked, null as result, failure"
                + " from serving.backtest order by submitted desc, id limit ?";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setInt(1, limit);
            return views(query);
        } catch (SQLException failed) {
            throw away(failed);
        }
    }

    Optional<BacktestView> find(UUID id) {
        String sql = "select id, submitted, submitted_by, state, asked, result, failure"
                + " from serving.backtest where id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, id);
            return views(query).stream().findFirst();
        } catch (SQLException failed) {
            throw away(failed);
        }
    }

    private static List<BacktestView> views(PreparedStatement query) throws SQLException {
        List<BacktestView> views = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                String result = row.getString("result");
                views.add(new BacktestView(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("submitted").toInstant(),
                        row.getString("submitted_by"),
                        row.getString("state"),
                        JSON.readValue(row.getString("asked"), BacktestBody.class),
                        result == null ? null : JSON.readValue(result, BacktestResult.class),
                        row.getString("failure")));
            }
        }
        return views;
    }

    private void update(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw away(failed);
        }
    }

    private static Problem away(SQLException cause) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "the database of backtests does not answer",
                "try again in a while; see whether PostgreSQL runs",
                cause);
    }
}
