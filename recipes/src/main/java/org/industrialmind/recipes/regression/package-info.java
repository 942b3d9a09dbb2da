/** Straight lines and their rivals: the age of abalones, a picture in one column, and a boundary between two irises. */
@NullMarked
package org.industrialmind.recipes.regression;

import org.jspecify.annotations.NullMarked;
