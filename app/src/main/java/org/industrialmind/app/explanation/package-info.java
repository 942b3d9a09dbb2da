/** Explanations of stored windows by the models at work. */
@NullMarked
package org.industrialmind.app.explanation;

import org.jspecify.annotations.NullMarked;
