/** Backtests by REST: what is asked is queued, run one after the other elsewhere, and kept in PostgreSQL with its result. */
@NullMarked
package org.industrialmind.serving.backtest;

import org.jspecify.annotations.NullMarked;
