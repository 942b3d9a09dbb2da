package org.industrialmind.advisor.alarm;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The database of the desk: its tables, and work that is done wholly or not at all. */
final class AlarmDatabase {
    private final DataSource source;

    AlarmDatabase(DataSource source) {
        this.source = source;
    }

    /** Work on an open transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Brings the tables up to date; several processes may do so at once. */
    void migrate() {
        Flyway.configure()
                .dataSource(source)
                .schemas("advisor")
                .locations("classpath:db/advisor")
                .load()
                .migrate();
    }

    /**
     * Does the work in one transaction.
     *
     * @throws DeskUnavailableException if the database fails; the transaction is rolled back
     */
    <T> T inTransaction(Work<T> work) {
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
            throw new DeskUnavailableException(
                    "the database of alarms failed: " + failure.getMessage()
                            + "; nothing has changed, try again when it is back",
                    failure);
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
