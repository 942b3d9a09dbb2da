/** The report that every measuring command writes: what was measured, on what machine, and which checks held. */
@NullMarked
package org.industrialmind.learning.report;

import org.jspecify.annotations.NullMarked;
