package org.industrialmind.torch.nn;

import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Some examples as tensors of the scope they were made in.
 *
 * @param inputs [batch, shape...]
 * @param targets [batch, target]
 * @param weights [batch], or null where every example counts once
 */
record Batch(Tensor inputs, Tensor targets, @Nullable Tensor weights) {
    /** Returns how much the batch counts beside others. */
    double weight() {
        return weights == null ? inputs.size(0) : weights.sum().item_double();
    }
}
