package org.industrialmind.advisor.advice;

import java.util.Locale;

/** How far people have dealt with a work order proposal. */
public enum ProposalState {
    /** Waits for a person. */
    PROPOSED,
    /** A person has taken it on; the work order itself is made elsewhere. */
    ACCEPTED,
    /** A person has declined it; the same episode does not propose again. */
    DECLINED,
    /** The episode ended, or its advice no longer had a date, before anyone decided; with a date it is proposed again. */
    WITHDRAWN;

    /** Returns the state as it is written outside the program: {@code proposed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
