/** What a changed rule or model would have alarmed in the past, before it is armed. */
@NullMarked
package org.industrialmind.learning.backtest;

import org.jspecify.annotations.NullMarked;
