/**
 * How good detectors are on public data, measured so that nobody is fooled: fixed splits, limits from normal rows alone,
 * judges that know nothing beside every result.
 */
@NullMarked
package org.industrialmind.learning.leaderboard;

import org.jspecify.annotations.NullMarked;
