/** Backtests over what is stored, for the command line and for the page. */
@NullMarked
package org.industrialmind.app.backtest;

import org.jspecify.annotations.NullMarked;
