/** What happens, as it happens: server-sent events for everyone who watches. */
@NullMarked
package org.industrialmind.serving.live;

import org.jspecify.annotations.NullMarked;
