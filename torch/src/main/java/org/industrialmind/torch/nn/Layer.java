package org.industrialmind.torch.nn;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Conv1dImpl;
import org.bytedeco.pytorch.ConvTranspose1dImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A layer come to life: its libtorch module, if it has parameters, and what it does to a tensor. */
record Layer(Optional<Module> module, UnaryOperator<Tensor> operation) implements AutoCloseable {
    /** Makes the layer that the description asks for; its module outlives the scope. */
    static Layer of(LayerSpec spec, TorchScope scope) {
        return switch (spec) {
            case LayerSpec.Dense dense -> {
                LinearImpl module = scope.keep(new LinearImpl(dense.inputs(), dense.outputs()));
                yield new Layer(Optional.of(module), module::forward); // [batch, in] -> [batch, out]
            }
            case LayerSpec.Conv1d conv -> {
                Conv1dImpl module = scope.keep(new Conv1dImpl(Shapes.options(conv)));
                yield new Layer(Optional.of(module), module::forward); // [batch, in, time] -> [batch, out, fewer]
            }
            case LayerSpec.ConvTranspose1d conv -> {
                ConvTranspose1dImpl module = scope.keep(new ConvTranspose1dImpl(Shapes.options(conv)));
                yield new Layer(Optional.of(module), module::forward); // [batch, in, time] -> [batch, out, more]
            }
            case LayerSpec.Activation activation ->
                switch (activation.function()) {
                    case RELU -> without(torch::relu);
                    case TANH -> without(torch::tanh);
                };
            case LayerSpec.Flatten() -> without(input -> input.flatten(1, -1)); // [batch, a, b] -> [batch, a * b]
            case LayerSpec.Unflatten(int channels, int time) ->
                without(input -> input.reshape(-1, channels, time)); // [batch, a * b] -> [batch, a, b]
        };
    }

    private static Layer without(UnaryOperator<Tensor> operation) {
        return new Layer(Optional.empty(), operation);
    }

    Tensor forward(Tensor input) {
        return operation.apply(input);
    }

    @Override
    public void close() {
        module.ifPresent(Module::close);
    }
}
