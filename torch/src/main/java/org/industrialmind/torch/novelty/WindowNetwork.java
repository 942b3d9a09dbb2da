package org.industrialmind.torch.novelty;

import java.util.List;
import java.util.Locale;
import org.industrialmind.torch.nn.Blocks;
import org.industrialmind.torch.nn.LayerSpec;
import org.industrialmind.torch.nn.LayerSpec.Activation;
import org.industrialmind.torch.nn.LayerSpec.Activation.Function;
import org.industrialmind.torch.nn.LayerSpec.Branches;
import org.industrialmind.torch.nn.LayerSpec.Conv1d;
import org.industrialmind.torch.nn.LayerSpec.ConvTranspose1d;
import org.industrialmind.torch.nn.LayerSpec.Dense;
import org.industrialmind.torch.nn.LayerSpec.Flatten;
import org.industrialmind.torch.nn.LayerSpec.GaussianSample;
import org.industrialmind.torch.nn.LayerSpec.LayerNorm;
import org.industrialmind.torch.nn.LayerSpec.LearnedPositions;
import org.industrialmind.torch.nn.LayerSpec.Lstm;
import org.industrialmind.torch.nn.LayerSpec.Residual;
import org.industrialmind.torch.nn.LayerSpec.TakeLast;
import org.industrialmind.torch.nn.LayerSpec.Transpose;
import org.industrialmind.torch.nn.LayerSpec.Unflatten;
import org.industrialmind.torch.nn.Loss;
import org.industrialmind.torch.nn.NetworkSpec;

/** How a network is built that reads [channel, step] and says what it expects of the same steps, or of those that follow. */
public enum WindowNetwork {
    /** Every step of every channel meets every other: finds relations between channels, at any lag. */
    DENSE_AUTOENCODER(10, 39, 8) {
        @Override
        List<LayerSpec> layers(int channels, int steps, int width, int bottleneck) {
            return List.of(
                    new Flatten(), // [channel, step] -> [channel * step]
                    new Dense(channels * steps, width),
                    new Activation(Function.RELU),
                    new Dense(width, bottleneck),
                    new Dense(bottleneck, width),
                    new Activation(Function.RELU),
                    new Dense(width, channels * steps));
        }
    },

    /** The same small filters slide along time: finds shapes wherever in the window they stand. */
    CONVOLUTIONAL_AUTOENCODER(30, 16, 4) {
        @Override
        List<LayerSpec> layers(int channels, int steps, int width, int bottleneck) {
            int half = (steps + 1) / 2;
            return List.of(
                    new Conv1d(channels, width, KERNEL, 2, KERNEL / 2), // [channel, step] -> [width, step / 2]
                    new Activation(Function.RELU),
                    new Conv1d(width, bottleneck, KERNEL, 2, KERNEL / 2), // -> [bottleneck, step / 4]
                    new ConvTranspose1d(bottleneck, width, KERNEL, 2, KERNEL / 2, even(half)),
                    new Activation(Function.RELU),
                    new ConvTranspose1d(width, channels, KERNEL, 2, KERNEL / 2, even(steps)));
        }
    },

    /**
     * Reads the steps one after the other, passes on a few numbers, and writes the steps down again from them.
     *
     * @see "Malhotra et al. 2016, LSTM-based encoder-decoder for multi-sensor anomaly detection, ICML workshop"
     */
    LSTM_AUTOENCODER(20, 24, 8) {
        @Override
        List<LayerSpec> layers(int channels, int steps, int width, int bottleneck) {
            return aroundLinear(
                    channels,
                    List.of(
                            new Lstm(channels, width),
                            new TakeLast(),
                            new Dense(width, bottleneck),
                            new Dense(bottleneck, steps * bottleneck), // every step is told where it stands
                            new Unflatten(steps, bottleneck),
                            new Lstm(bottleneck, width),
                            new Dense(width, channels)));
        }
    },

    /**
     * Passes on a few numbers that are drawn from a distribution which is kept near the standard normal one, and says of each
     * step what to expect and how surely; what lies outside is unlikely, in the likelihood's own measure.
     *
     * @see "Kingma and Welling 2014, Auto-encoding variational Bayes, ICLR"
     * @see "An and Cho 2015, Variational autoencoder based anomaly detection using reconstruction probability"
     */
    VARIATIONAL_AUTOENCODER(10, 24, 6) {
        @Override
        List<LayerSpec> layers(int channels, int steps, int width, int bottleneck) {
            int size = channels * steps;
            return List.of(
                    new Flatten(), // [channel, step] -> [channel * step]
                    new Dense(size, width),
                    new Activation(Function.RELU),
                    new Dense(width, 2 * bottleneck),
                    new Branches(List.of( // the distribution itself, and what a draw from it says
                            List.of(),
                            List.of(
                                    new GaussianSample(),
                                    new Dense(bottleneck, width),
                                    new Activation(Function.RELU),
                                    new Dense(width, 2 * size)))));
        }

        @Override
        Loss loss(int size, int bottleneck) {
            double perValue = bottleneck / (double) size; // both parts are means; the bound is on their sums
            return new Loss.Parts(
                    new Loss.Parts.Part("latent", 2 * bottleneck, new Loss.Divergence(), perValue, WARM_UP),
                    new Loss.Parts.Part("readings", 2 * size, new Loss.GaussianLikelihood(LEAST_LOG_VARIANCE), 1));
        }

        @Override
        Expected read(float[] outputs, int size, int bottleneck) {
            int each = 2 * bottleneck + 2 * size;
            float[] values = new float[outputs.length / each * size];
            float[] deviations = new float[values.length];
            for (int w = 0; w < values.length / size; w++) {
                int from = w * each + 2 * bottleneck;
                System.arraycopy(outputs, from, values, w * size, size);
                for (int i = 0; i < size; i++) {
                    double logVariance = Math.max(LEAST_LOG_VARIANCE, outputs[from + size + i]);
                    deviations[w * size + i] = (float) Math.exp(logVariance / 2);
                }
            }
            return new Expected(values, deviations);
        }
    },

    /** Steps look at each other, pass on a few numbers, and look at each other again on the way back. */
    TRANSFORMER_AUTOENCODER(20, 24, 8) {
        @Override
        List<LayerSpec> layers(int channels, int steps, int width, int bottleneck) {
            return aroundLinear(
                    channels,
                    Blocks.row(
                            List.of(new Dense(channels, width), new LearnedPositions(List.of(steps, width))),
                            Blocks.transformer(width, HEADS, 2 * width, 0),
                            List.of(
                                    new LayerNorm(width),
                                    new Flatten(),
                                    new Dense(steps * width, bottleneck),
                                    new Dense(bottleneck, steps * width),
                                    new Unflatten(steps, width),
                                    new LearnedPositions(List.of(steps, width))),
                            Blocks.transformer(width, HEADS, 2 * width, 0),
                            List.of(new LayerNorm(width), new Dense(width, channels))));
        }
    },

    /**
     * Says at every step what the next will be.
     *
     * @see "Hundman et al. 2018, Detecting spacecraft anomalies using LSTMs and nonparametric dynamic thresholding, KDD"
     */
    LSTM_FORECAST(20, 32, 1) {
        @Override
        List<LayerSpec> layers(int channels, int steps, int width, int bottleneck) {
            return List.of(
                    new Transpose(0, 1), // [channel, step] -> [step, channel]
                    new Residual(
                            List.of(new Lstm(channels, width), new Dense(width, channels)),
                            List.of(new Dense(channels, channels))), // the linear part of what comes next
                    new Transpose(0, 1));
        }

        @Override
        int first() {
            return 1;
        }
    };

    private static final int KERNEL = 5; // two steps to either side: enough to average noise, short against the window
    private static final double WARM_UP =
            0.5; // of the steps: a distribution that is held at once learns to say nothing
    private static final double LEAST_LOG_VARIANCE = -6; // a twentieth of a sigma, below what a transmitter resolves
    private static final int HEADS = 2;
    private static final int CHANNELS_AN_INFLUENCE =
            4; // what moves a machine is a few times fewer than what is measured

    private final int steps;
    private final int width;
    private final int bottleneck;

    WindowNetwork(int steps, int width, int bottleneck) {
        this.steps = steps;
        this.width = width;
        this.bottleneck = bottleneck;
    }

    /** Returns the kind of the detectors that are built so. */
    public String kind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the most steps that a window is read in. */
    int mostSteps() {
        return steps;
    }

    /** Returns the first step of which anything is expected; as many before the end are the last that are read. */
    int first() {
        return 0;
    }

    /** Returns the network for windows of that many channels and steps. */
    NetworkSpec spec(StepCoding coding) {
        int read = coding.steps() - first();
        return new NetworkSpec(List.of(coding.channels(), read), layers(coding.channels(), read, width, bottleneck));
    }

    /** Returns what is made small where so many values are expected of a window. */
    Loss loss(StepCoding coding) {
        return loss(coding.channels() * (coding.steps() - first()), bottleneck);
    }

    /** Returns what the outputs of the network say. */
    Expected read(float[] outputs, StepCoding coding) {
        return read(outputs, coding.channels() * (coding.steps() - first()), bottleneck);
    }

    /**
     * Lays a linear autoencoder of single steps beside layers from [step, channel] to the same: what channels always have in
     * common. A network that bends gives no more back than it has seen; the linear part follows a normal influence that
     * goes further one day. Few channels have nothing linear in common but themselves, and get none.
     */
    private static List<LayerSpec> aroundLinear(int channels, List<LayerSpec> layers) {
        int common = channels / CHANNELS_AN_INFLUENCE;
        List<LayerSpec> row = common == 0
                ? layers
                : List.of(new Residual(layers, List.of(new Dense(channels, common), new Dense(common, channels))));
        return Blocks.row(List.of(new Transpose(0, 1)), row, List.of(new Transpose(0, 1)));
    }

    /** A stride of two halves an even and an odd length to the same; the extra row tells them apart on the way back. */
    private static int even(int length) {
        return length % 2 == 0 ? 1 : 0;
    }

    abstract List<LayerSpec> layers(int channels, int steps, int width, int bottleneck);

    Loss loss(int size, int bottleneck) {
        return new Loss.MeanSquared();
    }

    Expected read(float[] outputs, int size, int bottleneck) {
        return Expected.of(outputs);
    }
}
