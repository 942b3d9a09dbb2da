/**
 * Telling the unusual row from the usual ones without labels: by the density of its neighbourhood, by its distance from a
 * robust centre, by the shape of single columns.
 */
@NullMarked
package org.industrialmind.foundations.outlier;

import org.jspecify.annotations.NullMarked;
