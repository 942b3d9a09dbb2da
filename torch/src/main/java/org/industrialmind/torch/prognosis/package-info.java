/** Remaining life by networks that read the course of a unit: recurrent, convolutional, and by two-stage attention. */
@NullMarked
package org.industrialmind.torch.prognosis;

import org.jspecify.annotations.NullMarked;
