package org.industrialmind.foundations.neural;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.industrialmind.foundations.autograd.Tensor;

/** Gathers the tensors of a model made of parts; those of a part go under its name and a dot. */
final class State {
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    State with(String name, Tensor tensor) {
        tensors.put(name, tensor);
        return this;
    }

    State with(String name, Model part) {
        part.state().forEach((inner, tensor) -> tensors.put(name + "." + inner, tensor));
        return this;
    }

    Map<String, Tensor> map() {
        return Collections.unmodifiableMap(tensors);
    }
}
