/** What machines of a known class must read by the laws of physics, with constants learned from their normal windows. */
@NullMarked
package org.industrialmind.learning.physics;

import org.jspecify.annotations.NullMarked;
