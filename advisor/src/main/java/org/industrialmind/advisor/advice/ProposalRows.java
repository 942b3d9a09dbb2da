package org.industrialmind.advisor.advice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EpisodeId;

/** Proposals and their audit trail as rows of the database. */
final class ProposalRows {
    private ProposalRows() {}

    /** Fills the question marks of a statement. */
    interface Binding {
        void into(PreparedStatement statement) throws SQLException;
    }

    /** Inserts a proposal unless its episode has made one; returns whether it was new. */
    static boolean insert(Connection connection, WorkOrderProposal proposal) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO advice.proposal (id, asset, episode,"
                + " failure_mode, task, urgency, act_by, work_from, work_by, downtime_seconds, cost, failure_cost,"
                + " state, proposed, remark) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')"
                + " ON CONFLICT (id) DO NOTHING")) {
            insert.setObject(1, proposal.id());
            insert.setString(2, proposal.asset().value());
            insert.setObject(3, proposal.episode().value());
            insert.setString(4, proposal.failureMode());
            insert.setString(5, proposal.task());
            insert.setString(6, proposal.urgency().name());
            insert.setTimestamp(7, Timestamp.from(proposal.actBy()));
            insert.setTimestamp(8, Timestamp.from(proposal.workFrom()));
            insert.setTimestamp(9, Timestamp.from(proposal.workBy()));
            insert.setLong(10, proposal.downtime().toSeconds());
            insert.setDouble(11, proposal.cost());
            insert.setDouble(12, proposal.failureCost());
            insert.setString(13, proposal.state().name());
            insert.setTimestamp(14, Timestamp.from(proposal.proposed()));
            return insert.executeUpdate() > 0;
        }
    }

    /** Carries new numbers into a proposal that nobody has decided on. */
    static void follow(Connection connection, WorkOrderProposal proposal) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE advice.proposal SET failure_mode = ?,"
                + " task = ?, urgency = ?, act_by = ?, work_from = ?, work_by = ?, downtime_seconds = ?, cost = ?,"
                + " failure_cost = ? WHERE id = ? AND state = 'PROPOSED'")) {
            update.setString(1, proposal.failureMode());
            update.setString(2, proposal.task());
            update.setString(3, proposal.urgency().name());
            update.setTimestamp(4, Timestamp.from(proposal.actBy()));
            update.setTimestamp(5, Timestamp.from(proposal.workFrom()));
            update.setTimestamp(6, Timestamp.from(proposal.workBy()));
            update.setLong(7, proposal.downtime().toSeconds());
            update.setDouble(8, proposal.cost());
            update.setDouble(9, proposal.failureCost());
            update.setObject(10, proposal.id());
            update.executeUpdate();
        }
    }

    /** Puts a proposal that was withdrawn before a person again; returns whether it was. */
    static boolean revive(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE advice.proposal SET state = 'PROPOSED',"
                + " decided_by = NULL, decided = NULL, remark = '' WHERE id = ? AND state = 'WITHDRAWN'")) {
            update.setObject(1, id);
            return update.executeUpdate() > 0;
        }
    }

    static void decide(Connection connection, UUID id, ProposalState to, String actor, Instant at, String remark)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE advice.proposal SET state = ?, decided_by = ?, decided = ?, remark = ? WHERE id = ?")) {
            update.setString(1, to.name());
            update.setString(2, actor);
            update.setTimestamp(3, Timestamp.from(at));
            update.setString(4, remark);
            update.setObject(5, id);
            update.executeUpdate();
        }
    }

    static List<WorkOrderProposal> list(Connection connection, int limit) throws SQLException {
        return proposals(
                connection,
                "ORDER BY state = 'PROPOSED' DESC, CASE WHEN state = 'PROPOSED' THEN act_by END, decided DESC, id"
                        + " LIMIT ?",
                statement -> statement.setInt(1, limit));
    }

    static Optional<WorkOrderProposal> newest(Connection connection, AssetId asset) throws SQLException {
        return proposals(
                        connection,
                        "WHERE asset = ? ORDER BY proposed DESC, id LIMIT 1",
                        statement -> statement.setString(1, asset.value()))
                .stream()
                .findFirst();
    }

    /** Returns the machines with a proposal that waits for a person. */
    static Set<AssetId> waiting(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT DISTINCT asset FROM advice.proposal WHERE state = 'PROPOSED'");
                ResultSet row = select.executeQuery()) {
            Set<AssetId> assets = new TreeSet<>();
            while (row.next()) {
                assets.add(new AssetId(row.getString(1)));
            }
            return assets;
        }
    }

    /** Returns the proposals of that machine that wait for a person, and keeps others off them. */
    static List<WorkOrderProposal> lockWaiting(Connection connection, AssetId asset) throws SQLException {
        return proposals(
                connection,
                "WHERE asset = ? AND state = 'PROPOSED' ORDER BY id FOR UPDATE",
                statement -> statement.setString(1, asset.value()));
    }

    static Optional<WorkOrderProposal> lock(Connection connection, UUID id) throws SQLException {
        return proposals(connection, "WHERE id = ? FOR UPDATE", statement -> statement.setObject(1, id)).stream()
                .findFirst();
    }

    private static List<WorkOrderProposal> proposals(Connection connection, String which, Binding binding)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM advice.proposal " + which)) {
            binding.into(select);
            try (ResultSet row = select.executeQuery()) {
                List<WorkOrderProposal> proposals = new ArrayList<>();
                while (row.next()) {
                    proposals.add(proposal(row));
                }
                return proposals;
            }
        }
    }

    private static WorkOrderProposal proposal(ResultSet row) throws SQLException {
        return new WorkOrderProposal(
                row.getObject("id", UUID.class),
                new AssetId(row.getString("asset")),
                new EpisodeId(row.getObject("episode", UUID.class)),
                row.getString("failure_mode"),
                row.getString("task"),
                Urgency.valueOf(row.getString("urgency")),
                row.getTimestamp("act_by").toInstant(),
                row.getTimestamp("work_from").toInstant(),
                row.getTimestamp("work_by").toInstant(),
                Duration.ofSeconds(row.getLong("downtime_seconds")),
                row.getDouble("cost"),
                row.getDouble("failure_cost"),
                ProposalState.valueOf(row.getString("state")),
                row.getTimestamp("proposed").toInstant(),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getTimestamp("decided")).map(Timestamp::toInstant),
                row.getString("remark"));
    }

    static void audit(
            Connection connection,
            UUID proposal,
            Instant at,
            String actor,
            ProposalState from,
            ProposalState to,
            String remark)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO advice.audit"
                + " (proposal, at, actor, from_state, to_state, remark) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, proposal);
            insert.setTimestamp(2, Timestamp.from(at));
            insert.setString(3, actor);
            insert.setString(4, from.name());
            insert.setString(5, to.name());
            insert.setString(6, remark);
            insert.executeUpdate();
        }
    }

    static List<ProposalEntry> history(Connection connection, UUID proposal) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM advice.audit WHERE proposal = ? ORDER BY sequence")) {
            select.setObject(1, proposal);
            try (ResultSet row = select.executeQuery()) {
                List<ProposalEntry> entries = new ArrayList<>();
                while (row.next()) {
                    entries.add(new ProposalEntry(
                            row.getLong("sequence"),
                            row.getTimestamp("at").toInstant(),
                            row.getString("actor"),
                            ProposalState.valueOf(row.getString("from_state")),
                            ProposalState.valueOf(row.getString("to_state")),
                            row.getString("remark")));
                }
                return entries;
            }
        }
    }
}
