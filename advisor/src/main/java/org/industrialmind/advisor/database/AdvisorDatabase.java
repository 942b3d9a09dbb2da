package org.industrialmind.advisor.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** One feature's part of the advisor's database: its tables, and work that is done wholly or not at all. */
public final class AdvisorDatabase {
    private final DataSource source;
    private final String schema;

    /** @param schema the feature's own, whose migrations lie in {@code db/<schema>} on the class path */
    public AdvisorDatabase(DataSource source, String schema) {
        this.source = source;
        this.schema = schema;
    }

    /** Work on an open transaction. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Brings the tables up to date; several processes may do so at once. */
    public void migrate() {
        Flyway.configure()
                .dataSource(source)
                .schemas(schema)
                .locations("classpath:db/" + schema)
                .ignoreMigrationPatterns("*:ignored", "*:future") // such as 5.1, of no use to who is beyond 6
                .load()
                .migrate();
    }

    /**
     * Does the work in one transaction.
     *
     * @throws DeskUnavailableException if the database fails; the transaction is rolled back
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
            throw new DeskUnavailableException(
                    "the database of the advisor (" + schema + ") failed: " + failure.getMessage()
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
