/** Trainings to be done, kept so that a worker that dies loses none of them. */
@NullMarked
package org.industrialmind.lifecycle.training;

import org.jspecify.annotations.NullMarked;
