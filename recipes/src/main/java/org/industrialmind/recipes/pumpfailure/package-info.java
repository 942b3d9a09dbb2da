/** Which detector finds a failing pump in time, and what it costs in false alarms: a comparison on simulated plants. */
@NullMarked
package org.industrialmind.recipes.pumpfailure;

import org.jspecify.annotations.NullMarked;
