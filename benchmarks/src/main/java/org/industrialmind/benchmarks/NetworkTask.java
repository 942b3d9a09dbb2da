package org.industrialmind.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.industrialmind.learning.format.SafeTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.torch.nn.Blocks;
import org.industrialmind.torch.nn.Examples;
import org.industrialmind.torch.nn.LayerSpec.Activation;
import org.industrialmind.torch.nn.LayerSpec.Activation.Function;
import org.industrialmind.torch.nn.LayerSpec.Dense;
import org.industrialmind.torch.nn.LayerSpec.LayerNorm;
import org.industrialmind.torch.nn.LayerSpec.MeanOverTime;
import org.industrialmind.torch.nn.LayerSpec.TakeLast;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.StateDict;

/** A network that both sides train, of the size that a machine's model has; networks.py builds the same. */
enum NetworkTask {
    /** Ten rows of 17 channels, to 16 numbers and back. */
    AUTOENCODER(64, 50) {
        @Override
        NetworkSpec spec() {
            return new NetworkSpec(
                    List.of(170),
                    List.of(
                            new Dense(170, 64),
                            new Activation(Function.RELU),
                            new Dense(64, 16),
                            new Dense(16, 64),
                            new Activation(Function.RELU),
                            new Dense(64, 170)));
        }
    },

    /** An hour of 30 tags, forecast by what 64 cells remember at its end. */
    LSTM(64, 10) {
        @Override
        NetworkSpec spec() {
            return new NetworkSpec(
                    List.of(60, 30), Blocks.row(Blocks.lstm(30, 64, 1, 0), List.of(new TakeLast(), new Dense(64, 30))));
        }
    },

    /** An hour of 30 tags through two encoder blocks of width 64. */
    TRANSFORMER(32, 10) {
        @Override
        NetworkSpec spec() {
            return new NetworkSpec(
                    List.of(60, 30),
                    Blocks.row(
                            List.of(new Dense(30, 64)),
                            Blocks.transformer(64, 4, 128, 0),
                            Blocks.transformer(64, 4, 128, 0),
                            List.of(new LayerNorm(64), new MeanOverTime(), new Dense(64, 1))));
        }
    };

    private final int batch;
    private final int batches;

    NetworkTask(int batch, int batches) {
        this.batch = batch;
        this.batches = batches;
    }

    abstract NetworkSpec spec();

    int batch() {
        return batch;
    }

    /** Returns the steps of one pass over the examples. */
    int batches() {
        return batches;
    }

    /** Returns the name used in tables and by networks.py. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns so many drawn batches of examples, the same each time. */
    Examples examples(int count) {
        int rows = count * batch;
        return new Examples(drawn(1, rows * spec().inputSize()), drawn(2, rows * spec().outputSize()), rows);
    }

    private static float[] drawn(long seed, int size) {
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Writes the parameters to begin with and the examples, for the peer. */
    void write(Path file, StateDict parameters) throws IOException {
        int rows = batches * batch;
        Map<String, Tensor> tensors = new TreeMap<>(parameters.parameters());
        tensors.put("inputs", Tensor.of(drawn(1, rows * spec().inputSize()), shape(rows, spec().inputShape())));
        tensors.put("targets", Tensor.of(drawn(2, rows * spec().outputSize()), shape(rows, spec().outputShape())));
        new SafeTensors(tensors).write(file);
    }

    private static long[] shape(int rows, List<Integer> example) {
        long[] shape = new long[example.size() + 1];
        shape[0] = rows;
        for (int i = 1; i < shape.length; i++) {
            shape[i] = example.get(i - 1);
        }
        return shape;
    }
}
