/** Runs to failure as a plant keeps them: a table with a row for each moment of each unit. */
@NullMarked
package org.industrialmind.learning.prognosis.table;

import org.jspecify.annotations.NullMarked;
