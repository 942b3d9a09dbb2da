/** From risk to yes or no: what a threshold does to cost, to the number of approvals, and to each group of people. */
@NullMarked
package org.industrialmind.learning.tabular.decision;

import org.jspecify.annotations.NullMarked;
