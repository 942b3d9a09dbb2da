/** From the risk of a loan to yes or no: what each threshold costs, how many it approves, and whom it hits. */
@NullMarked
package org.industrialmind.recipes.loanapproval;

import org.jspecify.annotations.NullMarked;
