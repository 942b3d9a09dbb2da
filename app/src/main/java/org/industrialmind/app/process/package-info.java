/** The programs that run beside this one: the local servers and the training worker, each in a JVM of its own. */
@NullMarked
package org.industrialmind.app.process;

import org.jspecify.annotations.NullMarked;
