/** Maps of rows in few dimensions, made to be looked at: near rows stay near, as far as the plane allows. */
@NullMarked
package org.industrialmind.foundations.embedding;

import org.jspecify.annotations.NullMarked;
