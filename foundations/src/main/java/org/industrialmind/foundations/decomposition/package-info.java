/** Tables as products of smaller ones: components, sources, parts and tastes, and how much of the table they keep. */
@NullMarked
package org.industrialmind.foundations.decomposition;

import org.jspecify.annotations.NullMarked;
