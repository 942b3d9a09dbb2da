package org.industrialmind.advisor.alarm;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;

/**
 * Hears assessments as the alarm desk decided on them, within the desk's own transaction: what it writes down there is safe
 * together with the alarms or not at all, so that both speak of the same episodes.
 */
@FunctionalInterface
public interface AssessmentFollower {
    /** Takes nothing down. */
    AssessmentFollower NONE = (connection, decided) -> Set.of();

    /**
     * Takes in a batch.
     *
     * @param decided in the order in which they came, each of them once unless a machine sent it twice
     * @return the machines of which there is something new to say once the transaction is safe
     */
    Set<AssetId> follow(Connection connection, List<Assessment> decided) throws SQLException;
}
