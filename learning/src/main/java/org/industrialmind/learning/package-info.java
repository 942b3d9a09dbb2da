/** What a trainer, a model and its provenance are: the grammar that every learner of the house speaks. */
@NullMarked
package org.industrialmind.learning;

import org.jspecify.annotations.NullMarked;
