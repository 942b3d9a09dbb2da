/**
 * From a table to a model and back: transforms and a method of learning in one piece, so that what is learned from a part of
 * the rows knows nothing of the others, and what scores a table checks that it is the kind of table it learned from.
 */
@NullMarked
package org.industrialmind.learning.tabular.pipeline;

import org.jspecify.annotations.NullMarked;
