package org.industrialmind.foundations.neural;

import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.autograd.Tensor;

/** Something made of tensors by name: what training changes, and what must be kept to have it again. */
public interface Model {
    /** Returns every tensor that belongs to this model, by name, in a fixed order; none for a pure function. */
    Map<String, Tensor> state();

    /** Returns the tensors that are learned; the rest of the state is measured, as the means of a batch norm. */
    default List<Tensor> parameters() {
        return state().values().stream().filter(Tensor::learns).toList();
    }
}
