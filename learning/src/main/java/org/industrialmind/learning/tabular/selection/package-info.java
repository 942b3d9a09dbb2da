/**
 * How a method and its settings are chosen, and what the choice is worth: splits, cross-validation, search, nested evaluation
 * and the question whether the choice survives a shift. Works on row positions, so a whole pipeline is judged as one thing.
 *
 * <pre>{@code
 * Space space = Space.of(Parameter.log("penalty", 1e-4, 1e2), Parameter.choice("scale", "robust", "none"));
 * TunableMethod method = candidate -> FoldMethod.of(new LogisticRegression(0, candidate.real("penalty"), ...), rows);
 * Tuning tuning = new Tuning(Search.of(space, TpeSampler.defaults(), 60), new StratifiedKFold(5));
 * RowKeys keys = RowKeys.ofLabels(labels).withGroups(machines);
 *
 * // what is the way of choosing worth, on machines that took no part in it?
 * NestedEvaluation worth = tuning.evaluate(
 *         method, keys, new CrossValidation(new GroupKFold(5), List.of(Metrics.logLoss(labels)), List.of(1L, 2L, 3L)));
 * // and which settings does it choose on all rows?
 * Candidate chosen = tuning.choose(method, keys, Metrics.logLoss(labels), 1).best().candidate();
 * }</pre>
 */
@NullMarked
package org.industrialmind.learning.tabular.selection;

import org.jspecify.annotations.NullMarked;
