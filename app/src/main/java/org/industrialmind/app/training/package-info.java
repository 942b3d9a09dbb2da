/** How a detector comes about: stored readings, windows, a trainer, a version in the registry, and its promotion. */
@NullMarked
package org.industrialmind.app.training;

import org.jspecify.annotations.NullMarked;
