package org.industrialmind.advisor.advice;

import java.time.Instant;

/**
 * One line of a proposal's audit trail: who did what, when, and what it changed.
 *
 * @param actor the person's name, or {@code system}
 * @param remark what the actor said about it; may be empty
 */
public record ProposalEntry(
        long sequence, Instant at, String actor, ProposalState from, ProposalState to, String remark) {}
