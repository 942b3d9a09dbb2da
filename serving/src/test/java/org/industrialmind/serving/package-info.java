/** The edge as its callers meet it: over HTTP, with a real PostgreSQL behind it. */
@NullMarked
package org.industrialmind.serving;

import org.jspecify.annotations.NullMarked;
