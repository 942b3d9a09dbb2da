/**
 * Networks built of layers, each a record of its tensors, and the loop that trains them: dense, convolutional, recurrent and
 * attending. Written to be read and to be trusted; large models belong to the torch module, which is held against this one.
 */
@NullMarked
package org.industrialmind.foundations.neural;

import org.jspecify.annotations.NullMarked;
