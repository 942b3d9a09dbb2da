package org.industrialmind.torch.nn;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.torch.nn.LayerSpec.Activation;
import org.industrialmind.torch.nn.LayerSpec.Activation.Function;
import org.industrialmind.torch.nn.LayerSpec.Attention;
import org.industrialmind.torch.nn.LayerSpec.Branches;
import org.industrialmind.torch.nn.LayerSpec.CausalConv1d;
import org.industrialmind.torch.nn.LayerSpec.Conv1d;
import org.industrialmind.torch.nn.LayerSpec.ConvTranspose1d;
import org.industrialmind.torch.nn.LayerSpec.Dense;
import org.industrialmind.torch.nn.LayerSpec.Dropout;
import org.industrialmind.torch.nn.LayerSpec.Flatten;
import org.industrialmind.torch.nn.LayerSpec.GaussianSample;
import org.industrialmind.torch.nn.LayerSpec.LayerNorm;
import org.industrialmind.torch.nn.LayerSpec.LearnedPositions;
import org.industrialmind.torch.nn.LayerSpec.Lstm;
import org.industrialmind.torch.nn.LayerSpec.MeanOverTime;
import org.industrialmind.torch.nn.LayerSpec.Patches;
import org.industrialmind.torch.nn.LayerSpec.Residual;
import org.industrialmind.torch.nn.LayerSpec.SinusoidalPositions;
import org.industrialmind.torch.nn.LayerSpec.TakeLast;
import org.industrialmind.torch.nn.LayerSpec.Transpose;
import org.industrialmind.torch.nn.LayerSpec.Unflatten;

/** Networks to try things on: every layer at least once, and each published architecture in small. */
public final class SomeNetworks {
    private SomeNetworks() {}

    public static List<NetworkSpec> all() {
        List<NetworkSpec> all = new ArrayList<>(List.of(
                network(List.of(7), new Dense(7, 3)),
                network(List.of(2, 3, 7), new Dense(7, 4)),
                network(List.of(3, 20), new Conv1d(3, 4, 5, 2, 2)),
                network(List.of(3, 21), new Conv1d(3, 4, 4, 3, 1)),
                network(List.of(3, 21), new CausalConv1d(3, 4, 3, 4)),
                network(List.of(4, 10), new ConvTranspose1d(4, 3, 5, 2, 2, 1)),
                network(List.of(4, 10), new ConvTranspose1d(4, 3, 6, 3, 1, 0)),
                network(List.of(6, 4), new Lstm(4, 5)),
                network(List.of(6, 8), new Attention(8, 2)),
                network(List.of(3, 5, 8), new Attention(8, 4)),
                network(List.of(3, 8), new LayerNorm(8)),
                network(List.of(9), new Dense(9, 9), new Dropout(0.3)),
                network(List.of(5, 4), new Activation(Function.RELU)),
                network(List.of(5, 4), new Activation(Function.TANH)),
                network(List.of(5, 4), new Activation(Function.SIGMOID)),
                network(List.of(5, 4), new Activation(Function.GELU)),
                network(List.of(5, 4), new Activation(Function.SOFTPLUS)),
                network(List.of(5, 6), new TakeLast()),
                network(List.of(2, 5, 6), new MeanOverTime()),
                network(List.of(2, 5, 6), new Transpose(0, 2)),
                network(List.of(2, 11), new Patches(4, 3)),
                network(List.of(2, 3, 6), new LearnedPositions(List.of(2, 1, 6))),
                network(List.of(4, 6), new SinusoidalPositions()),
                network(List.of(8), new GaussianSample()),
                network(List.of(5, 6), new Flatten()),
                network(List.of(30), new Unflatten(List.of(5, 3, 2))),
                network(
                        List.of(6),
                        new Branches(List.of(List.of(new Dense(6, 2)), List.of(), List.of(new Dense(6, 3))))),
                new NetworkSpec(List.of(6), List.of(new Residual(List.of(new Dense(6, 4)), List.of(new Dense(6, 4))))),
                variational()));
        all.addAll(architectures());
        return List.copyOf(all);
    }

    /** The published ones, in small, with dropout. */
    public static List<NetworkSpec> architectures() {
        return List.of(
                NetworkSpecTest.dense(12, 5),
                convolutionalAutoencoder(),
                lstm(),
                temporal(),
                patchTransformer(),
                twoStage());
    }

    private static NetworkSpec network(List<Integer> input, LayerSpec... layers) {
        return new NetworkSpec(input, List.of(layers));
    }

    private static NetworkSpec convolutionalAutoencoder() {
        return network(
                List.of(17, 60),
                new Conv1d(17, 16, 5, 2, 2),
                new Activation(Function.RELU),
                new Conv1d(16, 4, 5, 2, 2),
                new Flatten(),
                new Dense(60, 60),
                new Unflatten(4, 15),
                new ConvTranspose1d(4, 16, 5, 2, 2, 1),
                new Activation(Function.TANH),
                new ConvTranspose1d(16, 15, 5, 2, 2, 1));
    }

    /** Two LSTMs and a head: [time 7, channel 4] -> [3]. */
    public static NetworkSpec lstm() {
        return new NetworkSpec(
                List.of(7, 4), Blocks.row(Blocks.lstm(4, 6, 2, 0.1), List.of(new TakeLast(), new Dense(6, 3))));
    }

    /** Three temporal blocks and a head: [channel 4, time 12] -> [1]. */
    public static NetworkSpec temporal() {
        return new NetworkSpec(
                List.of(4, 12),
                Blocks.row(
                        Blocks.temporal(4, 6, 3, 1, 0.1),
                        Blocks.temporal(6, 6, 3, 2, 0.1),
                        List.of(new Transpose(0, 1), new TakeLast(), new Dense(6, 1))));
    }

    /** [sensor 3, time 16] -> [2]. */
    public static NetworkSpec patchTransformer() {
        return new NetworkSpec(
                List.of(3, 16),
                Blocks.row(
                        Blocks.patchEmbedding(16, 4, 2, 8),
                        Blocks.transformer(8, 2, 16, 0.1),
                        List.of(new LayerNorm(8), new Flatten(), new Dense(3 * 7 * 8, 2))));
    }

    /** Attention along time and then along the sensors: [sensor 3, time 12] -> [4]. */
    public static NetworkSpec twoStage() {
        return new NetworkSpec(
                List.of(3, 12),
                Blocks.row(
                        Blocks.patchEmbedding(12, 4, 4, 8),
                        List.of(new LearnedPositions(List.of(3, 1, 8))),
                        Blocks.twoStage(8, 2, 12, 0.1),
                        List.of(new LayerNorm(8), new MeanOverTime(), new Flatten(), new Dense(24, 4))));
    }

    /** Mean and log-variance of three hidden numbers, and what they say of eight: [8] -> [6 + 8]. */
    public static NetworkSpec variational() {
        return network(
                List.of(8),
                new Dense(8, 6),
                new Branches(List.of(List.of(), List.of(new GaussianSample(), new Dense(3, 8)))));
    }

    /** Returns the network with a dropout that puts nothing out. */
    static NetworkSpec withoutDropout(NetworkSpec spec) {
        return new NetworkSpec(spec.inputShape(), withoutDropout(spec.layers()));
    }

    private static List<LayerSpec> withoutDropout(List<LayerSpec> layers) {
        return layers.stream()
                .map(layer -> switch (layer) {
                    case Dropout ignored -> new Dropout(0);
                    case Residual(List<LayerSpec> inner, List<LayerSpec> shortcut) ->
                        new Residual(withoutDropout(inner), withoutDropout(shortcut));
                    default -> layer;
                })
                .toList();
    }
}
