/**
 * Tables as a data scientist knows them: named columns of numbers, categories, text and times, with missing values
 * everywhere; read from CSV and Parquet, written to CSV. Knows nothing of learning.
 */
@NullMarked
package org.industrialmind.learning.tabular.table;

import org.jspecify.annotations.NullMarked;
