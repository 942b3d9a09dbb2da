/** Finding the rows that lie nearest, by trees that skip most of them, and learning by asking the nearest. */
@NullMarked
package org.industrialmind.foundations.neighbors;

import org.jspecify.annotations.NullMarked;
