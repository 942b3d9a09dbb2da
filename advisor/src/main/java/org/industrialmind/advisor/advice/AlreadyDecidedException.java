package org.industrialmind.advisor.advice;

/** Somebody wants to decide a proposal that has been decided; nothing has changed. */
public final class AlreadyDecidedException extends RuntimeException {
    AlreadyDecidedException(WorkOrderProposal proposal) {
        super("the proposal for " + proposal.asset() + " is "
                + proposal.state().code()
                + proposal.decidedBy().map(by -> " by " + by).orElse("")
                + " already: expected one that is proposed");
    }
}
