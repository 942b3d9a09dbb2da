/**
 * What is done to the columns of a table before a method learns from them: gaps filled, names turned into numbers, numbers
 * scaled. Everything that is learned from rows is a value that can be compared, so that leakage can be tested for.
 */
@NullMarked
package org.industrialmind.learning.tabular.transform;

import org.jspecify.annotations.NullMarked;
