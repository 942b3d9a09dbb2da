/** What the edge asks of the platform it stands before: which machines there are, how its parts are doing, where to listen. */
@NullMarked
package org.industrialmind.serving.platform;

import org.jspecify.annotations.NullMarked;
