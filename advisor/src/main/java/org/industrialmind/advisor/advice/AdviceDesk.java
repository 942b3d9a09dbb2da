package org.industrialmind.advisor.advice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;

/** Where prognoses become advice, and people decide on what is proposed. Safe for use by many threads and processes. */
public interface AdviceDesk {
    /** Longest remark that is kept, in characters. */
    int LONGEST_REMARK = 500;

    /** Returns the advice on that machine, or empty if nothing has been judged of it yet. */
    Optional<Advice> of(Asset asset);

    /** Returns the advice on every machine that is abnormal now, the earliest date to act by first, then those without. */
    List<Advice> pressing();

    /** Works the advice on those machines out anew, and their proposals with it. */
    void refresh(Collection<AssetId> assets);

    /**
     * Works the advice anew on every machine that is on a path, is on the list, or waits for a decision: after a start, and
     * whenever news of a batch may have been missed.
     */
    void catchUp();

    /** Returns the terms of that machine. */
    MaintenanceTerms terms(Asset asset);

    /** Sets the terms of that machine. */
    void setTerms(Asset asset, MaintenanceTerms terms, String actor);

    /** Returns proposals, those that wait for a person first, the earliest date in front; then the newest decisions. */
    List<WorkOrderProposal> proposals(int limit);

    /** Returns the newest proposal for that machine. */
    Optional<WorkOrderProposal> proposal(AssetId asset);

    /**
     * Accepts or declines a proposal.
     *
     * @param actor who decides, as it will stand in the audit trail
     * @param remark why; required for declining
     * @throws AlreadyDecidedException if it is not waiting any more; nothing has changed
     * @throws java.util.NoSuchElementException if there is no such proposal
     * @throws IllegalArgumentException if a reason is missing or too long
     */
    WorkOrderProposal decide(UUID id, boolean accept, String remark, String actor);

    /** Returns what happened to that proposal, oldest first. */
    List<ProposalEntry> history(UUID id);

    /** Calls the listener with every machine whose advice or proposal this desk has worked out anew. */
    void onChange(Consumer<AssetId> listener);
}
