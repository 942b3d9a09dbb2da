/** Where readings come from when no plant is attached: a simulated one, at any speed, with a ledger of what was sent. */
@NullMarked
package org.industrialmind.app.feed;

import org.jspecify.annotations.NullMarked;
