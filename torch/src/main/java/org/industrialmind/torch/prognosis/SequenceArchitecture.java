package org.industrialmind.torch.prognosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.industrialmind.torch.nn.Blocks;
import org.industrialmind.torch.nn.LayerSpec;
import org.industrialmind.torch.nn.LayerSpec.Activation;
import org.industrialmind.torch.nn.LayerSpec.Activation.Function;
import org.industrialmind.torch.nn.LayerSpec.Branches;
import org.industrialmind.torch.nn.LayerSpec.Dense;
import org.industrialmind.torch.nn.LayerSpec.Flatten;
import org.industrialmind.torch.nn.LayerSpec.LayerNorm;
import org.industrialmind.torch.nn.LayerSpec.MeanOverTime;
import org.industrialmind.torch.nn.LayerSpec.TakeLast;
import org.industrialmind.torch.nn.LayerSpec.Transpose;
import org.industrialmind.torch.nn.NetworkSpec;

/** How a network reads a course: [channel, time] -> a row of numbers, on which the heads stand. */
public enum SequenceArchitecture {
    /** Step after step, with a memory; the last step speaks. */
    LSTM {
        @Override
        List<LayerSpec> body(int channels, int time, int width) {
            return Blocks.row(
                    List.of(new Transpose(0, 1)), // [channel, time] -> [time, channel]
                    Blocks.lstm(channels, width, 1, 0),
                    List.of(new TakeLast()));
        }
    },
    /** Dilated causal convolutions that together see some thirty steps back; the last step speaks. */
    TEMPORAL_CONVOLUTION {
        @Override
        List<LayerSpec> body(int channels, int time, int width) {
            return Blocks.row(
                    Blocks.temporal(channels, width, 3, 1, DROPOUT),
                    Blocks.temporal(width, width, 3, 2, DROPOUT),
                    Blocks.temporal(width, width, 3, 4, DROPOUT),
                    List.of(new Transpose(0, 1), new TakeLast())); // [channel, time] -> [channel]
        }
    },
    /** Pieces of each channel's time look at each other, then the channels at the same piece, in the manner of STAR. */
    TWO_STAGE_TRANSFORMER {
        @Override
        List<LayerSpec> body(int channels, int time, int width) {
            int inner = width / 2;
            return Blocks.row(
                    Blocks.patchEmbedding(time, PATCH, PATCH, inner), // -> [channel, patch, inner]
                    Blocks.twoStage(inner, HEADS, 2 * inner, DROPOUT),
                    List.of(new LayerNorm(inner), new MeanOverTime(), new Flatten()),
                    List.of(new Dense(channels * inner, width), new Activation(Function.GELU)));
        }
    };

    private static final double DROPOUT = 0.1;
    private static final int PATCH = 4; // steps
    private static final int HEADS = 2;

    /** Returns the layers from [channel, time] to [width]. */
    abstract List<LayerSpec> body(int channels, int time, int width);

    /** Returns the name of the kind of model. */
    public String kind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the whole network: quantiles and mean of the life in horizons, the health index, which is the restricted mean of
     * the life as a share of the horizon, and a score for each mode of failure. Shape: [channel, time] -> [quantile, mean,
     * health, mode].
     *
     * @param modes how many are told apart; fewer than two need no head
     */
    NetworkSpec network(int channels, int time, int width, int quantiles, int modes) {
        List<List<LayerSpec>> heads = new ArrayList<>(List.of(
                List.of(new Dense(width, quantiles)),
                List.of(new Dense(width, 1)),
                List.of(new Dense(width, 1), new Activation(Function.SIGMOID))));
        if (modes > 1) {
            heads.add(List.of(new Dense(width, modes)));
        }
        return new NetworkSpec(
                List.of(channels, time), Blocks.row(body(channels, time, width), List.of(new Branches(heads))));
    }
}
