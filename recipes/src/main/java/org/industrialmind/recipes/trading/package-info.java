/**
 * Whether a rule for buying and selling earns more than holding: prices, decisions that see only the past, a ledger with
 * costs, and the figures of risk and luck without which a return says nothing.
 */
@NullMarked
package org.industrialmind.recipes.trading;

import org.jspecify.annotations.NullMarked;
