/**
 * How a method and its settings are chosen, and what the choice is worth: splits, cross-validation, search, nested evaluation
 * and the question whether the choice survives a shift. Works on row positions, so a whole pipeline is judged as one thing.
 */
@NullMarked
package org.industrialmind.learning.tabular.selection;

import org.jspecify.annotations.NullMarked;
