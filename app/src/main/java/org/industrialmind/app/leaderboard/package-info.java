/** Measures detectors on public data sets and prints what came of it beside what is published and what knows nothing. */
@NullMarked
package org.industrialmind.app.leaderboard;

import org.jspecify.annotations.NullMarked;
