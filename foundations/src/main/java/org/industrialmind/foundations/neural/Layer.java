package org.industrialmind.foundations.neural;

import org.industrialmind.foundations.autograd.Tensor;

/** A step of a network from one tensor to the next. The outermost axis of both is the batch. */
public interface Layer extends Model {
    /** @throws IllegalArgumentException if the shape does not fit */
    Tensor forward(Tensor input, Pass pass);
}
