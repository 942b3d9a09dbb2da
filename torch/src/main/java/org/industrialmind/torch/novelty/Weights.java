package org.industrialmind.torch.novelty;

import java.util.HashMap;
import java.util.Map;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.ParameterSpec;
import org.industrialmind.torch.nn.StateDict;
import org.industrialmind.torch.onnx.SharedNetwork;

/** Weights of a network among the tensors of a method, each under the name of the network. */
final class Weights {
    private Weights() {}

    static Map<String, Tensor> of(String name, SharedNetwork network) {
        Map<String, Tensor> tensors = new HashMap<>();
        network.state().parameters().forEach((parameter, values) -> tensors.put(name + "/" + parameter, values));
        return tensors;
    }

    /** @throws IllegalArgumentException if a weight is missing, of another shape or not finite */
    static SharedNetwork restore(String name, NetworkSpec spec, NamedTensors tensors) {
        Map<String, Tensor> weights = new HashMap<>();
        for (ParameterSpec parameter : spec.parameters()) {
            long[] shape = parameter.shape().stream().mapToLong(size -> size).toArray();
            weights.put(parameter.name(), Tensor.of(tensors.floats(name + "/" + parameter.name(), shape), shape));
        }
        return SharedNetwork.of(spec, new StateDict(weights));
    }
}
