/** Plots as plain files: charts in SVG, grey pictures in PNG, without fonts or a display. */
@NullMarked
package org.industrialmind.learning.plot;

import org.jspecify.annotations.NullMarked;
