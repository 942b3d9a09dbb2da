/**
 * Autoencoders as detectors: they learn on libtorch to give a machine's normal windows back through a narrow middle, and
 * judge on ONNX Runtime by what they cannot give back.
 */
@NullMarked
package org.industrialmind.torch.anomaly;

import org.jspecify.annotations.NullMarked;
