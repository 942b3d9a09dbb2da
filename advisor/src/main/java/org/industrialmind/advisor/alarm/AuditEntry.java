package org.industrialmind.advisor.alarm;

import java.time.Instant;

/**
 * One line of the audit trail: who did what to an alarm, when, and what it changed.
 *
 * @param sequence grows by one with every entry of the whole trail
 * @param actor the person's name, or {@code system}
 * @param action the code of the {@link AlarmEvent}
 * @param reason what the actor said about it; may be empty
 */
public record AuditEntry(
        long sequence, Instant at, String actor, String action, AlarmState from, AlarmState to, String reason) {}
