package org.industrialmind.advisor.alarm;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A database that dies before the n-th statement of a process: the connection is aborted, as it is when the process is
 * killed, and every later one is refused.
 */
final class FailingDataSource implements DataSource {
    private final DataSource source;
    private final int dieBefore;
    private final AtomicInteger statements = new AtomicInteger();

    FailingDataSource(DataSource source, int dieBefore) {
        this.source = source;
        this.dieBefore = dieBefore;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = source.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean ours = arguments != null
                            && arguments[0] instanceof String sql
                            && sql.contains("advisor.")
                            && !sql.contains("flyway");
                    boolean counts = method.getName().equals("commit")
                            || method.getName().equals("prepareStatement") && ours;
                    if (counts && !migrating() && statements.incrementAndGet() >= dieBefore) {
                        connection.abort(Runnable::run);
                        throw new SQLException("killed by the test", "57P01");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private static boolean migrating() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().startsWith("org.flywaydb")));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
