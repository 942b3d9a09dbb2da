/** The whole platform, wired in the order in which readings flow through it. */
@NullMarked
package org.industrialmind.app.platform;

import org.jspecify.annotations.NullMarked;
