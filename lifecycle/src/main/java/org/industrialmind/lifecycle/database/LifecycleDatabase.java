package org.industrialmind.lifecycle.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Transactions on the {@code lifecycle} schema. Opening it brings the tables up to date. */
public final class LifecycleDatabase {
    private final DataSource source;

    /** Opens the database and brings its tables up to date; several processes may do so at once. */
    public LifecycleDatabase(DataSource source) {
        this.source = source;
        Flyway.configure()
                .dataSource(source)
                .schemas("lifecycle")
                .locations("classpath:db/lifecycle")
                .load()
                .migrate();
    }

    /** Work on an open transaction. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    public DataSource source() {
        return source;
    }

    /**
     * Does the work in one transaction.
     *
     * @throws LifecycleUnavailableException if the database fails; the transaction is rolled back
     */
    public <T> T inTransaction(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        } catch (SQLException failure) {
            throw new LifecycleUnavailableException(
                    "the database of models and trainings failed: " + failure.getMessage()
                            + "; nothing has changed, try again when it is back",
                    failure);
        }
    }

    /** Makes transactions of the same subject take turns, until this one ends. */
    public static void takeTurns(Connection connection, String subject) throws SQLException {
        try (var lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "lifecycle/" + subject);
            lock.execute();
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException also) {
            failure.addSuppressed(also);
        }
    }
}
