/** What of a machine's readings is owed to its surroundings, to the exact set point and to a change that still settles. */
@NullMarked
package org.industrialmind.learning.surroundings;

import org.jspecify.annotations.NullMarked;
