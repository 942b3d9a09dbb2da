package org.industrialmind.torch.imported;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.JudgedChannels;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.novelty.NoveltyDetector;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.learning.novelty.NoveltyTrainer;
import org.industrialmind.torch.onnx.ForeignNetwork;

/**
 * Makes a detector of a user's network and the normal windows of a class of machines: the network stays as it is, and the
 * limits are learned.
 *
 * <p>The network lies in a file {@code NAME.onnx}, and beside it in {@code NAME.json} what it takes and gives
 * ({@link Manifest}).
 */
public final class ImportedTrainer implements Trainer<WindowSet, NoveltyDetector> {
    private static final String KEPT = "detector.onnx";

    private final Path file;
    private final NoveltySettings settings;
    private final InstantSource clock;

    /** @param file the network; it is read when it is trained with */
    public ImportedTrainer(Path file, NoveltySettings settings, InstantSource clock) {
        this.file = file;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Copies a network and its manifest to where a worker finds them, after a look at both.
     *
     * @param folder made if it is not there
     * @throws IOException if a file is missing, or is not what is expected; the message says what to do
     */
    public static void keep(Path file, Path folder) throws IOException {
        Manifest manifest = Manifest.read(manifestOf(file));
        List<Integer> anyOrder =
                IntStream.range(0, manifest.channels().size()).boxed().toList();
        ImportedNetwork.open(ForeignNetwork.read(file), manifest, anyOrder);
        Files.createDirectories(folder);
        Path kept = folder.resolve(KEPT);
        Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(manifestOf(file), manifestOf(kept), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns where {@link #keep} puts the network. */
    public static Path kept(Path folder) {
        return folder.resolve(KEPT);
    }

    private static Path manifestOf(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!name.endsWith(".onnx")) {
            throw new IOException("file " + file + " is no .onnx: expected NAME.onnx with NAME.json beside it");
        }
        return file.resolveSibling(name.substring(0, name.length() - ".onnx".length()) + ".json");
    }

    @Override
    public NoveltyDetector train(WindowSet data, long seed) {
        try {
            Manifest manifest = Manifest.read(manifestOf(file));
            List<Integer> channels = positions(manifest, JudgedChannels.of(data.schema()));
            ImportedNetwork network = ImportedNetwork.open(ForeignNetwork.read(file), manifest, channels);
            return new NoveltyTrainer(ImportedMethod.of(network), settings, clock).train(data, seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static List<Integer> positions(Manifest manifest, JudgedChannels judged) {
        List<String> names =
                IntStream.range(0, judged.count()).mapToObj(judged::name).toList();
        List<Integer> positions = new ArrayList<>();
        for (String channel : manifest.channels()) {
            if (!names.contains(channel)) {
                throw new IllegalArgumentException(
                        "the manifest names the channel " + channel + ", and the judged channels of "
                                + judged.schema().equipmentClass() + " are " + names
                                + "; next: correct the manifest, or export a model of these");
            }
            positions.add(names.indexOf(channel));
        }
        return positions;
    }
}
