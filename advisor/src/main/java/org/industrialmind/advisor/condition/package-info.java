/** How every machine is doing right now, in plain words and in order of urgency. */
@NullMarked
package org.industrialmind.advisor.condition;

import org.jspecify.annotations.NullMarked;
