package org.industrialmind.torch.anomaly;

import java.util.List;
import org.industrialmind.torch.nn.LayerSpec;
import org.industrialmind.torch.nn.LayerSpec.Activation;
import org.industrialmind.torch.nn.LayerSpec.Activation.Function;
import org.industrialmind.torch.nn.LayerSpec.Conv1d;
import org.industrialmind.torch.nn.LayerSpec.ConvTranspose1d;
import org.industrialmind.torch.nn.LayerSpec.Dense;
import org.industrialmind.torch.nn.LayerSpec.Flatten;
import org.industrialmind.torch.nn.NetworkSpec;

/** How an autoencoder is built: [channel, step] of all channels in, [channel, step] of the judged ones out. */
public enum Architecture {
    /** Every step of every channel meets every other: finds relations between channels, at any lag. */
    DENSE("dense-autoencoder") {
        @Override
        List<LayerSpec> layers(int channels, int judged, int steps, int hidden, int bottleneck) {
            return List.of(
                    new Flatten(), // [channel, step] -> [channel * step]
                    new Dense(channels * steps, hidden),
                    new Activation(Function.RELU),
                    new Dense(hidden, bottleneck),
                    new Dense(bottleneck, hidden),
                    new Activation(Function.RELU),
                    new Dense(hidden, judged * steps));
        }
    },

    /** The same small filters slide along time: finds shapes wherever in the window they stand. */
    CONVOLUTIONAL("convolutional-autoencoder") {
        @Override
        List<LayerSpec> layers(int channels, int judged, int steps, int hidden, int bottleneck) {
            int half = (steps + 1) / 2;
            return List.of(
                    new Conv1d(channels, hidden, KERNEL, 2, KERNEL / 2), // [channel, step] -> [hidden, step / 2]
                    new Activation(Function.RELU),
                    new Conv1d(hidden, bottleneck, KERNEL, 2, KERNEL / 2), // -> [bottleneck, step / 4]
                    new ConvTranspose1d(bottleneck, hidden, KERNEL, 2, KERNEL / 2, even(half)),
                    new Activation(Function.RELU),
                    new ConvTranspose1d(hidden, judged, KERNEL, 2, KERNEL / 2, even(steps)));
        }
    };

    private static final int KERNEL = 5; // two steps to either side: enough to average noise, short against the window

    private final String kind;

    Architecture(String kind) {
        this.kind = kind;
    }

    /** Returns the kind of the detectors that are built so. */
    public String kind() {
        return kind;
    }

    /** Returns the network for windows of that many channels and steps, of which the judged channels come out. */
    NetworkSpec network(int channels, int judged, int steps, int hidden, int bottleneck) {
        return new NetworkSpec(List.of(channels, steps), layers(channels, judged, steps, hidden, bottleneck));
    }

    abstract List<LayerSpec> layers(int channels, int judged, int steps, int hidden, int bottleneck);

    /** A stride of two halves an even and an odd length to the same; the extra row tells them apart on the way back. */
    private static int even(int length) {
        return length % 2 == 0 ? 1 : 0;
    }
}
