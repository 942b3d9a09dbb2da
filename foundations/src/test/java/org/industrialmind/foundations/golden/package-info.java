/** Reads the golden tables that judge this module's numbers. */
@NullMarked
package org.industrialmind.foundations.golden;

import org.jspecify.annotations.NullMarked;
