package org.industrialmind.foundations.neural;

import java.util.Map;
import org.industrialmind.foundations.autograd.Tensor;

/** What bends the straight lines between two layers; without it any number of them is one. */
public enum Activation implements Layer {
    RELU {
        @Override
        public Tensor forward(Tensor input, Pass pass) {
            return input.relu();
        }
    },
    GELU {
        @Override
        public Tensor forward(Tensor input, Pass pass) {
            return input.gelu();
        }
    },
    TANH {
        @Override
        public Tensor forward(Tensor input, Pass pass) {
            return input.tanh();
        }
    },
    SIGMOID {
        @Override
        public Tensor forward(Tensor input, Pass pass) {
            return input.sigmoid();
        }
    };

    /** Returns how the weights before this activation are best drawn. */
    public Initialiser initialiser() {
        return this == RELU || this == GELU ? Initialiser.HE : Initialiser.XAVIER;
    }

    @Override
    public Map<String, Tensor> state() {
        return Map.of();
    }
}
