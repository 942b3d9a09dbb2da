/**
 * Trees that cut rows by one column at a time, and what is made of many: forests, extra trees, boosted stumps and isolation
 * forests.
 */
@NullMarked
package org.industrialmind.foundations.tree;

import org.jspecify.annotations.NullMarked;
