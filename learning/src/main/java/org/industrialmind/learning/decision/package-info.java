/**
 * From raw scores to decisions that keep a promise: tail probabilities, evidence over time, budgets of false alarms.
 *
 * <p>Works on scores alone, whichever detector made them. The doors are {@link
 * org.industrialmind.learning.decision.DecisionPolicy}, which a {@link
 * org.industrialmind.learning.decision.DecidingDetector} brings along, and {@link
 * org.industrialmind.learning.decision.FleetWatch}, by which everybody follows it: the alarm desk, backtests, evaluations.
 */
@NullMarked
package org.industrialmind.learning.decision;

import org.jspecify.annotations.NullMarked;
