/**
 * Networks as methods of {@link org.industrialmind.learning.novelty}: autoencoders, a forecaster, an adversarial pair and a
 * memory of learned patches. Each learns on libtorch what to expect of normal windows and scores on ONNX Runtime; scales,
 * limits, explanations and files are those of every other method.
 */
@NullMarked
package org.industrialmind.torch.novelty;

import org.jspecify.annotations.NullMarked;
