package org.industrialmind.torch.nn;

import java.util.ArrayList;
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

    private Parameters(List<ParameterSpec> specs, TorchScope scope) {
        this.specs = specs;
        long size = specs.stream().mapToLong(ParameterSpec::size).sum();
        values = keep(torch.zeros(size), scope);
        gradients = keep(torch.zeros(size), scope);
    }

    /** Draws the parameters, in their order, from libtorch's generator. */
    static Parameters draw(List<ParameterSpec> specs, TorchScope scope) {
        Parameters parameters = new Parameters(specs, scope);
        long from = 0;
        for (ParameterSpec spec : specs) {
            long[] shape = spec.shape().stream().mapToLong(size -> size).toArray();
            Tensor value = parameters.values.narrow(0, from, spec.size()).view(shape);
            draw(value, spec.initial());
            Tensor leaf = parameters.keep(value.detach().set_requires_grad(true), scope);
            leaf.mutable_grad().put(parameters.gradients.narrow(0, from, spec.size()).view(shape));
            parameters.byName.put(spec.name(), leaf);
            from += spec.size();
        }
        return parameters;
    }

    private static void draw(Tensor value, ParameterSpec.Initial initial) {
        GeneratorOptional usual = new GeneratorOptional();
        switch (initial) {
            case ParameterSpec.Initial.Uniform(double bound) -> value.uniform_(-bound, bound, usual);
            case ParameterSpec.Initial.Normal(double deviation) ->
                value.normal_(0, deviation, usual);
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

    @Override
    public void close() {
        kept.forEach(Tensor::close);
    }
}
