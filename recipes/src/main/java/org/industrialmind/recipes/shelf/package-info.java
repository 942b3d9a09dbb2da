/** The shelf of recipes and its command line: lists them, runs one, saves what it found. */
@NullMarked
package org.industrialmind.recipes.shelf;

import org.jspecify.annotations.NullMarked;
