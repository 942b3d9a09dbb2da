/**
 * Which detector a machine gets: told from its normal windows alone, by how steady a detector is on them and by what it sees
 * of faults that are put into them. The door is {@link org.industrialmind.learning.selection.DetectorSelection}.
 */
@NullMarked
package org.industrialmind.learning.selection;

import org.jspecify.annotations.NullMarked;
