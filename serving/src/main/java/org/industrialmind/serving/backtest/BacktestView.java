package org.industrialmind.serving.backtest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backtest: what was asked, how far it is, and what it found.
 *
 * @param state {@code queued}, {@code running}, {@code done} or {@code failed}
 * @param result present when it is done; left out of lists
 * @param failure why it failed, and what to do next
 */
public record BacktestView(
        UUID id,
        Instant submitted,
        String by,
        String state,
        BacktestBody asked,
        @Nullable BacktestResult result,
        @Nullable String failure) {}
