/**
 * The thin layer over libtorch: networks written as records, trained inside scopes that give native memory back, and read
 * out as plain arrays. No native tensor leaves this package; there are no tensors, operators or gradients of our own.
 */
@NullMarked
package org.industrialmind.torch.nn;

import org.jspecify.annotations.NullMarked;
