package org.industrialmind.torch.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * All learned values of a network as one flat tensor, of which each parameter is a view; their gradients likewise.
 *
 * <p>So whatever treats all parameters alike (a step of the optimiser, the norm of the gradient, a copy) is one operation
 * on one tensor, however many layers there are. libtorch's own optimisers, which take one parameter after the other, need
 * several operations for each.
 */
final class Parameters implements AutoCloseable {
    private final List<ParameterSpec> specs;
    private final Tensor values;
    private final Tensor gradients;
    private final Map<String, Tensor> byName = new LinkedHashMap<>();
    private final List<Tensor> kept = new ArrayList<>();

    private Parameters(List<ParameterSpec> specs, Tensor values, TorchScope scope) {
        this.specs = specs;
        this.values = keep(values, scope);
        this.gradients = keep(torch.zeros_like(values), scope);
        long from = 0;
        for (ParameterSpec spec : specs) {
            Tensor leaf = keep(view(values, from, spec).detach().set_requires_grad(true), scope);
            leaf.mutable_grad().put(view(gradients, from, spec));
            byName.put(spec.name(), leaf);
            from += spec.size();
        }
    }

    /** Draws the parameters, in their order, from libtorch's generator. */
    static Parameters draw(List<ParameterSpec> specs, TorchScope scope) {
        Tensor values =
                torch.zeros(specs.stream().mapToLong(ParameterSpec::size).sum());
        long from = 0;
        for (ParameterSpec spec : specs) {
            draw(view(values, from, spec), spec.initial());
            from += spec.size();
        }
        return new Parameters(specs, Engine.shared().onDevice(values), scope);
    }

    private static Tensor view(Tensor row, long from, ParameterSpec spec) {
        long[] shape = spec.shape().stream().mapToLong(size -> size).toArray();
        return row.narrow(0, from, spec.size()).view(shape);
    }

    private static void draw(Tensor value, ParameterSpec.Initial initial) {
        GeneratorOptional usual = new GeneratorOptional();
        switch (initial) {
            case ParameterSpec.Initial.Uniform(double bound) -> value.uniform_(-bound, bound, usual);
            case ParameterSpec.Initial.Normal(double deviation) -> value.normal_(0, deviation, usual);
            case ParameterSpec.Initial.Constant(double constant) -> value.fill_(new Scalar(constant));
        }
    }

    /** Lets a tensor live as long as the parameters. */
    Tensor keep(Tensor tensor, TorchScope scope) {
        kept.add(scope.keep(tensor));
        return tensor;
    }

    List<ParameterSpec> specs() {
        return specs;
    }

    /** Returns the parameter of that name; a layer asks for its own only. */
    Tensor get(String name) {
        Tensor found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no parameter is named " + name + "; there are " + byName.keySet());
        }
        return found;
    }

    /** Returns all values in a row; a change of it is a change of the parameters. */
    Tensor values() {
        return values;
    }

    /** Returns all gradients in a row, to which the backward pass adds. */
    Tensor gradients() {
        return gradients;
    }

    /** Returns a copy by name. */
    StateDict state() {
        float[] all = Network.toArray(values);
        Map<String, org.industrialmind.learning.format.Tensor> byName = new HashMap<>();
        int from = 0;
        for (ParameterSpec spec : specs) {
            long[] shape = spec.shape().stream().mapToLong(size -> size).toArray();
            float[] own = Arrays.copyOfRange(all, from, from + spec.size());
            byName.put(spec.name(), org.industrialmind.learning.format.Tensor.of(own, shape));
            from += spec.size();
        }
        return new StateDict(byName);
    }

    /** @throws IllegalArgumentException if a parameter is missing or has another shape */
    void load(StateDict state) {
        float[] all = new float[Math.toIntExact(values.numel())];
        int from = 0;
        for (ParameterSpec spec : specs) {
            System.arraycopy(state.values(spec), 0, all, from, spec.size());
            from += spec.size();
        }
        if (all.length > 0) {
            values.copy_(Tensor.create(all, all.length));
        }
    }

    @Override
    public void close() {
        kept.forEach(Tensor::close);
    }
}
