/** Says why a model answers as it does: by column, by row, and by what would have to change. Asks the model, never opens it. */
@NullMarked
package org.industrialmind.learning.tabular.explain;

import org.jspecify.annotations.NullMarked;
