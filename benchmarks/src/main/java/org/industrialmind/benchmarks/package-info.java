/** How fast our methods are beside the best-known programs for the same, measured in one run on the same machine. */
@NullMarked
package org.industrialmind.benchmarks;

import org.jspecify.annotations.NullMarked;
