/**
 * How long a machine will last: what a run to failure is, what a trainer of remaining life learns from, and what its model
 * says. Readers, features, models, calibration and metrics each have a package below this one.
 */
@NullMarked
package org.industrialmind.learning.prognosis;

import org.jspecify.annotations.NullMarked;
