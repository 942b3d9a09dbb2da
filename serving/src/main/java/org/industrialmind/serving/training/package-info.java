/** Trainings that are asked for while the platform runs. */
@NullMarked
package org.industrialmind.serving.training;

import org.jspecify.annotations.NullMarked;
