package org.industrialmind.advisor.alarm;

import java.time.Instant;

/**
 * Until when, why and by whom an alarm was shelved.
 *
 * @param until when it ends by itself
 */
public record Shelving(Instant until, String reason, String by) {}
