/** The program: its command line, and the one place where all parts are wired together. */
@NullMarked
package org.industrialmind.app;

import org.jspecify.annotations.NullMarked;
