package org.industrialmind.serving.backtest;

import org.industrialmind.learning.backtest.BacktestOrder;
import org.industrialmind.learning.backtest.BacktestReport;

/** Replays what is stored; implemented where store and models are known. */
@FunctionalInterface
public interface BacktestRunner {
    /**
     * Runs the order to its end, which may take minutes.
     *
     * @throws IllegalArgumentException if it cannot be run; the message says why, and what could be
     */
    BacktestReport run(BacktestOrder order);
}
