/**
 * Finding the point where a function of many numbers is least: by its gradient, by its curvature, or by trying. Each
 * method is a record of its settings.
 */
@NullMarked
package org.industrialmind.foundations.optimize;

import org.jspecify.annotations.NullMarked;
