package org.industrialmind.serving.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.industrialmind.serving.web.Problem;

/**
 * The keys that people and machines show, kept in PostgreSQL as SHA-256 of a 256-bit random secret.
 *
 * <p>A plain hash is enough here because the secret is random and long: there is nothing to guess, so the slow hashing
 * that passwords need would only slow every request. Comparison takes the same time wherever it fails.
 */
public final class ApiKeys {
    private static final Pattern FORM = Pattern.compile("im_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final int MAX_NAME = 80;

    private final DataSource database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** A new key with its secret, which is shown this once and never again. */
    public record Issued(ApiKey key, String secret) {}

    /** Opens the keys in a database whose tables are up to date. */
    public ApiKeys(DataSource database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Issues the first admin key if no admin key exists; empty if there is one already. */
    public Optional<Issued> firstAdmin() {
        return inTurn(connection -> numberOfAdmins(connection) > 0
                ? Optional.empty()
                : Optional.of(issue(connection, "first admin", Role.ADMIN)));
    }

    /** @throws IllegalArgumentException if the name is blank or longer than 80 characters */
    public Issued issue(String name, Role role) {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("key name '" + name + "' is not valid: expected 1 to " + MAX_NAME
                    + " characters that say whose key it is");
        }
        try (Connection connection = database.getConnection()) {
            return issue(connection, name, role);
        } catch (SQLException failed) {
            throw Problem.databaseAway("the key could not be stored", failed);
        }
    }

    private Issued issue(Connection connection, String name, Role role) throws SQLException {
        ApiKey key = new ApiKey(HexFormat.of().formatHex(bytes(6)), name.strip(), role, clock.instant());
        String secret =
                "im_" + key.id() + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
        String sql = "insert into serving.api_key (id, name, role, sha256, created) values (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, key.id());
            insert.setString(2, key.name());
            insert.setString(3, role.text());
            insert.setBytes(4, sha256(secret));
            insert.setObject(5, key.created().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        return new Issued(key, secret);
    }

    /** Returns the id in a secret, which is no secret itself; empty if the text has not the form of one. */
    static Optional<String> idOf(String secret) {
        Matcher form = FORM.matcher(secret);
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    /** Returns whose secret this is, or empty if it belongs to no key or a revoked one. */
    public Optional<Caller> authenticate(String secret) {
        Optional<String> id = idOf(secret);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        String sql = "select id, name, role, sha256 from serving.api_key where id = ? and revoked is null";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, id.get());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next() || !MessageDigest.isEqual(row.getBytes("sha256"), sha256(secret))) {
                    return Optional.empty();
                }
                return Optional.of(
                        new Caller(row.getString("id"), row.getString("name"), Role.parse(row.getString("role"))));
            }
        } catch (SQLException failed) {
            throw Problem.databaseAway("the key could not be checked", failed);
        }
    }

    /** Returns the keys in force, oldest first. */
    public List<ApiKey> all() {
        String sql = "select id, name, role, created from serving.api_key where revoked is null order by created, id";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            List<ApiKey> keys = new ArrayList<>();
            while (row.next()) {
                keys.add(new ApiKey(
                        row.getString("id"),
                        row.getString("name"),
                        Role.parse(row.getString("role")),
                        row.getObject("created", OffsetDateTime.class).toInstant()));
            }
            return keys;
        } catch (SQLException failed) {
            throw Problem.databaseAway("the keys could not be read", failed);
        }
    }

    /** What became of ending a key. */
    public enum Revocation {
        ENDED,
        /** There is no such key, or it has been ended before. */
        UNKNOWN,
        /** It is the only key of an admin that is left, and stays. */
        LAST_ADMIN
    }

    /** Ends a key, unless it is the last one of an admin. */
    public Revocation revoke(String id) {
        return inTurn(connection -> {
            Optional<Role> role = role(connection, id);
            if (role.isEmpty()) {
                return Revocation.UNKNOWN;
            }
            if (role.get() == Role.ADMIN && numberOfAdmins(connection) == 1) {
                return Revocation.LAST_ADMIN;
            }
            String sql = "update serving.api_key set revoked = ? where id = ?";
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                update.setString(2, id);
                update.executeUpdate();
            }
            return Revocation.ENDED;
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does the work while nobody else counts admins: two of them could otherwise end each other's key at once. */
    private <T> T inTurn(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock =
                    connection.prepareStatement("lock table serving.api_key in share row exclusive mode")) {
                lock.execute();
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw Problem.databaseAway("the keys could not be changed", failed);
        }
    }

    private static Optional<Role> role(Connection connection, String id) throws SQLException {
        String sql = "select role from serving.api_key where id = ? and revoked is null";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(Role.parse(row.getString(1))) : Optional.empty();
            }
        }
    }

    private static int numberOfAdmins(Connection connection) throws SQLException {
        String sql = "select count(*) from serving.api_key where role = 'admin' and revoked is null";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
