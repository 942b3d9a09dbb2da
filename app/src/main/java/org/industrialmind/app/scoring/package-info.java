/** Windows judged by the champions of the registry, and how these are named there. */
@NullMarked
package org.industrialmind.app.scoring;

import org.jspecify.annotations.NullMarked;
