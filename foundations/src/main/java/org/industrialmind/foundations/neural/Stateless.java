package org.industrialmind.foundations.neural;

import java.util.Map;
import org.industrialmind.foundations.autograd.Tensor;

/** Layers that learn nothing: they only rearrange, pool, or put out. */
public sealed interface Stateless extends Layer {
    @Override
    default Map<String, Tensor> state() {
        return Map.of();
    }

    /** Keeps the largest value of each square. Shape: [batch, channel, height, width]. */
    record MaxPool2d(int size, int stride) implements Stateless {
        @Override
        public Tensor forward(Tensor input, Pass pass) {
            return input.maxPool2d(size, stride);
        }
    }

    /** Keeps the largest value of each window of time. Shape: [batch, channel, time]. */
    record MaxPool1d(int width, int stride) implements Stateless {
        @Override
        public Tensor forward(Tensor input, Pass pass) {
            return input.maxPool1d(width, stride);
        }
    }

    /** Keeps the mean of each channel over all places. Shape: [batch, channel, place ...] -> [batch, channel]. */
    record MeanOverPlaces() implements Stateless {
        @Override
        public Tensor forward(Tensor input, Pass pass) {
            return input.reshaped(input.length(0), input.length(1), -1).mean(2);
        }
    }

    /** Makes one row of each example. Shape: [batch, ...] -> [batch, value]. */
    record Flatten() implements Stateless {
        @Override
        public Tensor forward(Tensor input, Pass pass) {
            return input.reshaped(input.length(0), -1);
        }
    }

    /** Sees each row as an example of this shape. Shape: [batch, value] -> [batch, channel, height, width]. */
    record AsImages(int channels, int height, int width) implements Stateless {
        @Override
        public Tensor forward(Tensor input, Pass pass) {
            return input.reshaped(-1, channels, height, width);
        }
    }

    /** Keeps the last step of time. Shape: [batch, time, value] -> [batch, value]. */
    record LastStep() implements Stateless {
        @Override
        public Tensor forward(Tensor input, Pass pass) {
            return input.at(1, input.length(1) - 1);
        }
    }

    /** Puts out a share of the values in training. */
    record Dropout(double share) implements Stateless {
        public Dropout {
            Checks.requireShare("share", share);
        }

        @Override
        public Tensor forward(Tensor input, Pass pass) {
            return pass.dropout(input, share);
        }
    }
}
