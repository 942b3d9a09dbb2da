package org.industrialmind.torch.nn;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.torch.nn.LayerSpec.Activation;
import org.industrialmind.torch.nn.LayerSpec.Activation.Function;
import org.industrialmind.torch.nn.LayerSpec.Attention;
import org.industrialmind.torch.nn.LayerSpec.CausalConv1d;
import org.industrialmind.torch.nn.LayerSpec.Conv1d;
import org.industrialmind.torch.nn.LayerSpec.Dense;
import org.industrialmind.torch.nn.LayerSpec.Dropout;
import org.industrialmind.torch.nn.LayerSpec.LayerNorm;
import org.industrialmind.torch.nn.LayerSpec.LearnedPositions;
import org.industrialmind.torch.nn.LayerSpec.Lstm;
import org.industrialmind.torch.nn.LayerSpec.Patches;
import org.industrialmind.torch.nn.LayerSpec.Residual;
import org.industrialmind.torch.nn.LayerSpec.Transpose;

/**
 * The parts that published networks are made of, as layers to put in a row.
 *
 * <pre>
 *   PatchTST        patchEmbedding, transformer ..., LayerNorm, Flatten, Dense
 *   two-stage       patchEmbedding, twoStage ..., LayerNorm, Flatten, Dense
 *   TCN             temporal(1), temporal(2), temporal(4) ..., Transpose, TakeLast, Dense
 *   LSTM            Transpose, lstm, TakeLast, Dense
 * </pre>
 */
public final class Blocks {
    private Blocks() {}

    /** Returns the layers one after the other, so that blocks and single layers read as one list. */
    @SafeVarargs
    public static List<LayerSpec> row(List<? extends LayerSpec>... blocks) {
        List<LayerSpec> row = new ArrayList<>();
        for (List<? extends LayerSpec> block : blocks) {
            row.addAll(block);
        }
        return List.copyOf(row);
    }

    /** Returns LSTMs on top of each other, with dropout between them: [time, inputs] -> [time, hidden]. */
    public static List<LayerSpec> lstm(int inputs, int hidden, int layers, double dropout) {
        List<LayerSpec> stack = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            stack.add(new Lstm(i == 0 ? inputs : hidden, hidden));
            if (dropout > 0 && i < layers - 1) {
                stack.add(new Dropout(dropout));
            }
        }
        return List.copyOf(stack);
    }

    /**
     * Returns two dilated causal convolutions around which the input is led, through a kernel of one where the channels
     * differ: [inputs, time] -> [outputs, time]. The weights are not normalised by their length as they are in the paper.
     *
     * @see "Bai, Kolter and Koltun 2018, An empirical evaluation of generic convolutional and recurrent networks for sequence
     *     modeling, section 3"
     */
    public static List<LayerSpec> temporal(int inputs, int outputs, int kernel, int dilation, double dropout) {
        List<LayerSpec> layers = new ArrayList<>();
        for (int from : new int[] {inputs, outputs}) {
            layers.add(new CausalConv1d(from, outputs, kernel, dilation));
            layers.add(new Activation(Function.RELU));
            layers.addAll(dropout(dropout));
        }
        List<LayerSpec> shortcut = inputs == outputs ? List.of() : List.of(new Conv1d(inputs, outputs, 1, 1, 0));
        return List.of(new Residual(layers, shortcut), new Activation(Function.RELU));
    }

    /**
     * Returns pieces of each sensor's time on their way to vectors, with learned values that say when: [sensor, time] ->
     * [sensor, patch, width]. All sensors share the weights.
     *
     * @param time steps of the input
     * @see "Nie et al. 2023, A time series is worth 64 words: long-term forecasting with transformers, ICLR (PatchTST)"
     */
    public static List<LayerSpec> patchEmbedding(int time, int length, int stride, int width) {
        int patches = new Patches(length, stride).outputShape(List.of(time)).getFirst();
        return List.of(
                new Patches(length, stride),
                new Dense(length, width), // [sensor, patch, length] -> [sensor, patch, width]
                new LearnedPositions(List.of(patches, width)));
    }

    /**
     * Returns a transformer encoder block that normalises first: [..., step, width], which stays.
     *
     * @param inner width between the two dense layers
     * @see "Xiong et al. 2020, On layer normalization in the transformer architecture, ICML"
     */
    public static List<LayerSpec> transformer(int width, int heads, int inner, double dropout) {
        return List.of(
                new Residual(
                        row(List.of(new LayerNorm(width), new Attention(width, heads)), dropout(dropout)), List.of()),
                new Residual(
                        row(
                                List.of(new LayerNorm(width), new Dense(width, inner), new Activation(Function.GELU)),
                                dropout(dropout),
                                List.of(new Dense(inner, width)),
                                dropout(dropout)),
                        List.of()));
    }

    /**
     * Returns attention in two stages: the patches of a sensor look at each other, then the sensors at the same patch:
     * [sensor, patch, width], which stays. With the tens of sensors of a machine every sensor can look at every other, so
     * the router of the Crossformer is not needed.
     *
     * @see "Zhang and Yan 2023, Crossformer: transformer utilizing cross-dimension dependency, ICLR, section 3.2"
     * @see "Fan et al. 2024, A two-stage attention-based hierarchical transformer for turbofan engine remaining useful life
     *     prediction, Sensors 24 (STAR)"
     */
    public static List<LayerSpec> twoStage(int width, int heads, int inner, double dropout) {
        return row(
                transformer(width, heads, inner, dropout),
                List.of(new Transpose(0, 1)), // [sensor, patch, width] -> [patch, sensor, width]
                transformer(width, heads, inner, dropout),
                List.of(new Transpose(0, 1)));
    }

    private static List<LayerSpec> dropout(double rate) {
        return rate > 0 ? List.of(new Dropout(rate)) : List.of();
    }
}
