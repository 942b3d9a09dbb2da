package org.industrialmind.serving.decision;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.industrialmind.learning.tabular.decision.Costs;
import org.industrialmind.learning.tabular.decision.ScoredCases;
import org.industrialmind.serving.web.Problem;
import org.springframework.http.HttpStatus;

/**
 * The decisions in PostgreSQL, one row each with its cases as arrays: they are written together and read together, so one
 * statement does either and no reader ever sees half of the new cases.
 */
public final class Decisions {
    private final DataSource database;

    /** Takes a database whose schema {@code serving} is up to date. */
    public Decisions(DataSource database) {
        this.database = database;
    }

    /** Keeps the decision, in place of the one that had its name. */
    public void put(Decision decision) {
        String sql = """
                insert into serving.decision
                    (name, description, bad_approved, good_refused, groups, risk, bad, group_position)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (name) do update set
                    description = excluded.description, bad_approved = excluded.bad_approved,
                    good_refused = excluded.good_refused, groups = excluded.groups, risk = excluded.risk,
                    bad = excluded.bad, group_position = excluded.group_position""";
        ScoredCases cases = decision.cases();
        String[] groups = each(cases).mapToObj(cases::group).distinct().sorted().toArray(String[]::new);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, decision.name());
            insert.setString(2, decision.description());
            insert.setDouble(3, decision.costs().badApproved());
            insert.setDouble(4, decision.costs().goodRefused());
            insert.setArray(5, connection.createArrayOf("text", groups));
            insert.setArray(
                    6,
                    connection.createArrayOf(
                            "float8", each(cases).mapToObj(cases::risk).toArray()));
            insert.setArray(
                    7,
                    connection.createArrayOf(
                            "bool", each(cases).mapToObj(cases::bad).toArray()));
            insert.setArray(8, connection.createArrayOf("int2", positions(cases, groups)));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw away("the decision could not be stored", failed);
        }
    }

    private static IntStream each(ScoredCases cases) {
        return IntStream.range(0, cases.size());
    }

    private static Object[] positions(ScoredCases cases, String[] sorted) {
        return each(cases)
                .mapToObj(i -> (short) (Arrays.binarySearch(sorted, cases.group(i)) + 1))
                .toArray();
    }

    /** Returns the decisions without their cases, by name. */
    public List<DecisionSummary> all() {
        String sql = "select name, description, cases, groups from serving.decision order by name";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            List<DecisionSummary> decisions = new ArrayList<>();
            while (row.next()) {
                decisions.add(new DecisionSummary(
                        row.getString("name"), row.getString("description"), row.getInt("cases"), List.of((String[])
                                values(row.getArray("groups")))));
            }
            return decisions;
        } catch (SQLException failed) {
            throw away("the decisions could not be read", failed);
        }
    }

    /** Returns the decision of that name with its cases, in the order in which they came. */
    public Optional<Decision> find(String name) {
        String sql = "select * from serving.decision where name = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(decision(row)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw away("the decision could not be read", failed);
        }
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getString("name"),
                row.getString("description"),
                new Costs(row.getDouble("bad_approved"), row.getDouble("good_refused")),
                cases(row));
    }

    private static ScoredCases cases(ResultSet row) throws SQLException {
        Object[] risk = values(row.getArray("risk"));
        Object[] bad = values(row.getArray("bad"));
        Object[] groups = values(row.getArray("groups"));
        Object[] positions = values(row.getArray("group_position"));
        double[] risks = new double[risk.length];
        boolean[] outcomes = new boolean[risk.length];
        List<String> groupOf = new ArrayList<>(risk.length);
        for (int i = 0; i < risk.length; i++) {
            risks[i] = (Double) risk[i];
            outcomes[i] = (Boolean) bad[i];
            groupOf.add((String) groups[((Number) positions[i]).intValue() - 1]);
        }
        return ScoredCases.of(risks, outcomes, groupOf);
    }

    private static Object[] values(Array array) throws SQLException {
        return (Object[]) array.getArray();
    }

    /** Forgets the decision; false if there was none of that name. */
    public boolean delete(String name) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from serving.decision where name = ?")) {
            delete.setString(1, name);
            return delete.executeUpdate() > 0;
        } catch (SQLException failed) {
            throw away("the decision could not be deleted", failed);
        }
    }

    private static Problem away(String what, SQLException cause) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                what + ": the database of decisions does not answer",
                "try again in a while; see whether PostgreSQL runs",
                cause);
    }
}
