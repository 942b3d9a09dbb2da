package org.industrialmind.serving.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema {@code serving}, whose migrations lie in {@code db/serving} on the class path. */
public final class ServingDatabase {
    private ServingDatabase() {}

    /** Brings the tables up to date; several processes may do so at once. */
    public static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .schemas("serving")
                .locations("classpath:db/serving")
                .load()
                .migrate();
    }
}
