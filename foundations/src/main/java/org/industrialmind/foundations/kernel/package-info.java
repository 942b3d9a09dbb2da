/**
 * Learning by resemblance: a kernel says how alike two rows are, and a prediction is a weighted sum of the likenesses to
 * rows seen before. Support vector machines keep few of the rows, kernel ridge all.
 */
@NullMarked
package org.industrialmind.foundations.kernel;

import org.jspecify.annotations.NullMarked;
