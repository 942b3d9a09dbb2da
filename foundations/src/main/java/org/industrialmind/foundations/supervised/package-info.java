/**
 * What it means to learn from labelled rows: the checked data, the contract of a learner and of what it learns. The
 * methods live in packages of their own (linear, tree, boosting ...) and all speak this language.
 */
@NullMarked
package org.industrialmind.foundations.supervised;

import org.jspecify.annotations.NullMarked;
