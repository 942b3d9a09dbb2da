package org.industrialmind.torch.imported;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.torch.onnx.ForeignNetwork;

/**
 * A user's network, ready to be asked about windows of judged channels.
 *
 * <p>It is kept among the tensors of a model, eight bytes of the ONNX file to a whole number: so a model stays two files.
 */
final class ImportedNetwork {
    private final byte[] model;
    private final List<Integer> channels; // of the window, in the network's order
    private final Manifest.Output output;
    private final int rows;
    private final boolean channelsFirst;
    private final ForeignNetwork network;

    private ImportedNetwork(
            byte[] model, List<Integer> channels, int rows, boolean channelsFirst, Manifest.Output output)
            throws IOException {
        this.model = model;
        this.channels = List.copyOf(channels);
        this.rows = rows;
        this.channelsFirst = channelsFirst;
        this.output = output;
        List<Integer> shape = channelsFirst ? List.of(channels.size(), rows) : List.of(rows, channels.size());
        this.network = ForeignNetwork.open(model, shape);
        int expected = output == Manifest.Output.SCORE ? 1 : rows * channels.size();
        if (network.outputSize() != expected) {
            throw new IOException("ONNX model gives " + network.outputSize() + " numbers a window: expected " + expected
                    + " for the output " + output.code() + "; correct the manifest, or export the model again");
        }
    }

    /**
     * Opens a network.
     *
     * @param channels where each channel of the manifest stands in the windows that will be shown
     * @throws IOException if the model is damaged, holds what is refused, or is not as the manifest says
     */
    static ImportedNetwork open(byte[] model, Manifest manifest, List<Integer> channels) throws IOException {
        return new ImportedNetwork(model, channels, manifest.rows(), manifest.channelsFirst(), manifest.output());
    }

    Manifest.Output output() {
        return output;
    }

    int rows() {
        return rows;
    }

    List<Integer> channels() {
        return channels;
    }

    /** Returns what the network says of windows, one after the other. */
    float[] of(List<StandardWindow> windows) {
        int size = rows * channels.size();
        float[] examples = new float[windows.size() * size];
        for (int w = 0; w < windows.size(); w++) {
            for (int row = 0; row < rows; row++) {
                for (int c = 0; c < channels.size(); c++) {
                    examples[w * size + at(row, c)] = windows.get(w).get(row, channels.get(c));
                }
            }
        }
        return network.forward(examples);
    }

    /** Returns where a cell of a window stands in what goes in and comes back. */
    int at(int row, int channel) {
        return channelsFirst ? channel * rows + row : row * channels.size() + channel;
    }

    Map<String, Tensor> tensors() {
        ByteBuffer bytes = ByteBuffer.allocate(Math.ceilDiv(model.length, Long.BYTES) * Long.BYTES);
        bytes.put(model).rewind();
        long[] packed = new long[bytes.capacity() / Long.BYTES];
        bytes.asLongBuffer().get(packed);
        long[] facts = {model.length, rows, channelsFirst ? 1 : 0, output == Manifest.Output.SCORE ? 1 : 0};
        long[] order = channels.stream().mapToLong(channel -> channel).toArray();
        return Map.of(
                "onnx", Tensor.of(packed, packed.length),
                "onnx_facts", Tensor.of(facts, facts.length),
                "onnx_channels", Tensor.of(order, order.length));
    }

    /** @throws IllegalArgumentException if the tensors do not hold a network that can be run */
    static ImportedNetwork restore(NamedTensors tensors) {
        long[] packed = tensors.longs("onnx", NamedTensors.ANY);
        long[] facts = tensors.longs("onnx_facts", 4);
        List<Integer> channels = new ArrayList<>();
        for (long channel : tensors.longs("onnx_channels", NamedTensors.ANY)) {
            channels.add(Math.toIntExact(channel));
        }
        ByteBuffer bytes = ByteBuffer.allocate(packed.length * Long.BYTES);
        bytes.asLongBuffer().put(packed);
        if (facts[0] < 1 || facts[0] > bytes.capacity()) {
            throw new IllegalArgumentException("tensor onnx_facts holds " + Arrays.toString(facts)
                    + ": expected the size of the network first, from 1 to " + bytes.capacity() + " bytes");
        }
        try {
            return new ImportedNetwork(
                    Arrays.copyOf(bytes.array(), (int) facts[0]),
                    channels,
                    Math.toIntExact(facts[1]),
                    facts[2] == 1,
                    facts[3] == 1 ? Manifest.Output.SCORE : Manifest.Output.RECONSTRUCTION);
        } catch (IOException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }
}
