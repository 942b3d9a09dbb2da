package org.industrialmind.foundations.neural;

import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.autograd.Tensor;

/** Layers one after the other; their tensors are named by the place of the layer, from 0. */
public record Sequential(List<Layer> layers) implements Layer {
    public Sequential {
        layers = List.copyOf(layers);
    }

    public static Sequential of(Layer... layers) {
        return new Sequential(List.of(layers));
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        Tensor values = input;
        for (Layer layer : layers) {
            values = layer.forward(values, pass);
        }
        return values;
    }

    @Override
    public Map<String, Tensor> state() {
        State state = new State();
        for (int i = 0; i < layers.size(); i++) {
            state.with(Integer.toString(i), layers.get(i));
        }
        return state.map();
    }
}
