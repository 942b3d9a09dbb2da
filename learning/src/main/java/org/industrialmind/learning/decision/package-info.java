/**
 * From raw scores to decisions that keep a promise: tail probabilities, evidence over time, budgets of false alarms.
 *
 * <p>Works on scores alone, whichever detector made them. The door is {@link
 * org.industrialmind.learning.decision.DecisionPolicy}.
 */
@NullMarked
package org.industrialmind.learning.decision;

import org.jspecify.annotations.NullMarked;
