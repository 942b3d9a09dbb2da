package org.industrialmind.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.torch.nn.LayerSpec;
import org.industrialmind.torch.nn.NetworkSpec;
import org.industrialmind.torch.nn.StateDict;
import org.industrialmind.torch.onnx.OnnxWriter;

/** A user's network: of each row it gives a tenth of the mean of its channels back as each of them. */
public final class OwnNetwork {
    private OwnNetwork() {}

    /** Writes {@code mine.onnx} with its manifest into the folder, and returns it. */
    public static Path write(Path folder, List<String> channels, int rows) throws IOException {
        int width = channels.size();
        float[] weights = new float[width * width];
        Arrays.fill(weights, 0.1f / width);
        NetworkSpec spec = new NetworkSpec(List.of(rows, width), List.of(new LayerSpec.Dense(width, width)));
        StateDict state = new StateDict(Map.of(
                "0.weight", Tensor.of(weights, width, width),
                "0.bias", Tensor.of(new float[width], width)));
        Files.writeString(folder.resolve("mine.json"), manifest(channels, rows));
        return Files.write(folder.resolve("mine.onnx"), OnnxWriter.write(spec, state));
    }

    private static String manifest(List<String> channels, int rows) {
        String names = channels.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        return "{\"channels\": [" + names + "], \"rows\": " + rows + ", \"output\": \"reconstruction\"}";
    }
}
