/** How good a detector is on recorded data: files with labels, what was judged of their rows, and what trivial judges do. */
@NullMarked
package org.industrialmind.app.evaluate;

import org.jspecify.annotations.NullMarked;
