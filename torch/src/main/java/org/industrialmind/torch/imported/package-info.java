/**
 * A user's own detector, trained elsewhere and brought as an ONNX file: its scores or reconstructions are judged in the frame
 * of every other method.
 */
@NullMarked
package org.industrialmind.torch.imported;

import org.jspecify.annotations.NullMarked;
