package org.industrialmind.torch.imported;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.torch.nn.LayerSpec.Dense;
import org.industrialmind.torch.nn.LayerSpec.Flatten;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.StateDict;
import org.industrialmind.torch.onnx.OnnxWriter;

/** Files as a user would bring them, with networks whose answers are known. */
final class BroughtNetworks {
    private BroughtNetworks() {}

    /** Gives a tenth of the mean of all channels back as each of them, row by row: [row, channel], which stays. */
    static Path sharesOfOthers(Path folder, List<String> channels, int rows) {
        int width = channels.size();
        float[] weights = new float[width * width];
        Arrays.fill(weights, 0.1f / width);
        return write(
                folder,
                new NetworkSpec(List.of(rows, width), List.of(new Dense(width, width))),
                weights,
                width,
                manifest(channels, rows, "reconstruction"));
    }

    /** Scores a window by the sum of its values: [channel, row] -> [1]. */
    static Path sum(Path folder, List<String> channels, int rows) {
        int size = channels.size() * rows;
        float[] weights = new float[size];
        Arrays.fill(weights, 1);
        NetworkSpec spec = new NetworkSpec(List.of(channels.size(), rows), List.of(new Flatten(), new Dense(size, 1)));
        String manifest = manifest(channels, rows, "score").replace("rows-channels", "channels-rows");
        return write(folder, spec, weights, 1, manifest);
    }

    static String manifest(List<String> channels, int rows, String output) {
        String names = channels.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        return "{\"channels\": [" + names + "], \"rows\": " + rows + ", \"layout\": \"rows-channels\", \"output\": \""
                + output + "\"}";
    }

    private static Path write(Path folder, NetworkSpec spec, float[] weights, int outputs, String manifest) {
        String dense = spec.layers().size() - 1 + ".";
        Map<String, Tensor> state = new HashMap<>();
        state.put(dense + "weight", Tensor.of(weights, outputs, weights.length / outputs));
        state.put(dense + "bias", Tensor.of(new float[outputs], outputs));
        try {
            Files.writeString(folder.resolve("mine.json"), manifest);
            return Files.write(folder.resolve("mine.onnx"), OnnxWriter.write(spec, new StateDict(state)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
