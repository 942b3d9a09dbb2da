/** How does a series go on? A recurrent network of our own against the methods of Box, Jenkins, Holt and Winters. */
@NullMarked
package org.industrialmind.recipes.forecasting;

import org.jspecify.annotations.NullMarked;
