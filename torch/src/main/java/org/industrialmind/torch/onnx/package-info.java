/**
 * Networks on their way to scoring: written as ONNX from the same records they were trained from, checked before they are
 * believed, and run by ONNX Runtime. Nothing here loads libtorch.
 */
@NullMarked
package org.industrialmind.torch.onnx;

import org.jspecify.annotations.NullMarked;
