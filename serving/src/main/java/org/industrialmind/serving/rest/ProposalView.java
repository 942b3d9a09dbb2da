package org.industrialmind.serving.rest;

import java.time.Instant;
import org.industrialmind.advisor.advice.WorkOrderProposal;
import org.jspecify.annotations.Nullable;

/** A work order proposal as the API shows it. */
public record ProposalView(
        String id,
        String asset,
        String episode,
        String failureMode,
        String task,
        String urgency,
        Instant actBy,
        Instant workFrom,
        Instant workBy,
        double downtimeHours,
        double cost,
        double failureCost,
        String state,
        Instant proposed,
        @Nullable String decidedBy,
        @Nullable Instant decided,
        String remark) {

    static ProposalView of(WorkOrderProposal proposal) {
        return new ProposalView(
                proposal.id().toString(),
                proposal.asset().value(),
                proposal.episode().toString(),
                proposal.failureMode(),
                proposal.task(),
                proposal.urgency().code(),
                proposal.actBy(),
                proposal.workFrom(),
                proposal.workBy(),
                proposal.downtime().toMillis() / 3.6e6,
                proposal.cost(),
                proposal.failureCost(),
                proposal.state().code(),
                proposal.proposed(),
                proposal.decidedBy().orElse(null),
                proposal.decided().orElse(null),
                proposal.remark());
    }
}
