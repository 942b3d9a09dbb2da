package org.industrialmind.advisor.advice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.industrialmind.advisor.diagnosis.RankedMode;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EpisodeId;

/**
 * Work that the platform would have done, for a person to accept or decline; nothing is sent anywhere. An episode makes one
 * proposal, whose numbers follow the advice until somebody decides, and which is taken back while the advice has no date.
 *
 * @param failureMode in plain words, or what is known where the mode is not
 * @param task what usually helps, from the plant's knowledge
 * @param actBy by when to decide
 * @param workFrom when parts and crew can be there
 * @param workBy by when the work must be done
 * @param downtime that the work is expected to take
 * @param cost of the work, in the plant's currency
 * @param failureCost what it avoids, in the same currency
 * @param decidedBy who accepted or declined
 * @param remark what they said about it; may be empty
 */
public record WorkOrderProposal(
        UUID id,
        AssetId asset,
        EpisodeId episode,
        String failureMode,
        String task,
        Urgency urgency,
        Instant actBy,
        Instant workFrom,
        Instant workBy,
        Duration downtime,
        double cost,
        double failureCost,
        ProposalState state,
        Instant proposed,
        Optional<String> decidedBy,
        Optional<Instant> decided,
        String remark) {
    private static final String UNKNOWN_TASK =
            "Find the cause first: walk down the machine and compare the deviating sensors with hand-held ones.";

    /** Returns the id of the proposal of that episode, whoever works it out. */
    static UUID idOf(EpisodeId episode) {
        return UUID.nameUUIDFromBytes(("work order proposal\n" + episode).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the proposal that follows from that advice, or empty where nothing is to be done yet. */
    static Optional<WorkOrderProposal> of(Advice advice) {
        if (advice.actBy().isEmpty() || advice.prognosis().episode().isEmpty()) {
            return Optional.empty();
        }
        EpisodeId episode = advice.prognosis().episode().get();
        Instant workBy = advice.time().plus(Adviser.span(advice.policy().doneWithinHours()));
        Instant ready = advice.time().plus(advice.terms().leadTime());
        return Optional.of(new WorkOrderProposal(
                idOf(episode),
                advice.asset(),
                episode,
                advice.mode().map(RankedMode::name).orElse("Not known yet"),
                advice.mode().map(RankedMode::action).orElse(UNKNOWN_TASK),
                Urgency.of(advice),
                advice.actBy().get(),
                ready,
                ready.isAfter(workBy) ? ready : workBy,
                advice.terms().plannedDowntime(),
                advice.terms().interventionCost(),
                advice.terms().failureCost(),
                ProposalState.PROPOSED,
                advice.time(),
                Optional.empty(),
                Optional.empty(),
                ""));
    }
}
