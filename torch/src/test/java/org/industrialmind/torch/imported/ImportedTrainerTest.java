package org.industrialmind.torch.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.anomaly.SyntheticMachines;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.novelty.KnownNormal;
import org.industrialmind.learning.novelty.Layout;
import org.industrialmind.learning.novelty.NormalWindows;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.signal.AssetId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportedTrainerTest {
    private static final List<String> CHANNELS = List.of("flow", "pressure");

    @TempDir
    Path folder;

    /** Window k of 101 holds k / 100 in every cell of the second channel, which the network takes first. */
    private static NormalWindows rising() {
        List<NormalWindows.Item> items = new ArrayList<>();
        for (int k = 0; k <= 100; k++) {
            items.add(new NormalWindows.Item(0, 1, window(0, k / 100f)));
        }
        return new NormalWindows(new Layout(4, 2, 1), items);
    }

    private static StandardWindow window(float one, float other) {
        return StandardWindow.of(2, new float[] {one, other, one, other, one, other, one, other}, 0, 4);
    }

    @Test
    void a_score_is_told_in_how_far_normal_windows_go() throws IOException {
        Path file = BroughtNetworks.sum(folder, List.of("pressure"), 4);
        ImportedNetwork network =
                ImportedNetwork.open(Files.readAllBytes(file), Manifest.read(folder.resolve("mine.json")), List.of(1));
        ImportedMethod method = ImportedMethod.of(network);
        KnownNormal known = method.learn(rising(), 1);
        double unit = 4 * 0.999 - 4 * 0.5; // the quantile of 0.999 lies between the last two, the median is 2
        assertThat(known.novelty(0, window(7, 2.5f))).isCloseTo((10 - 2) / unit, within(1e-5));
        assertThat(known.novelty(0, window(7, 0))).isZero();
        assertThat(known.evidence(0, window(7, 2.5f)).share(1)).isEqualTo(1);
        KnownNormal restored = ImportedMethod.reading().restore(rising().layout(), new NamedTensors(known.tensors()));
        assertThat(restored.novelty(0, window(7, 2.5f))).isEqualTo(known.novelty(0, window(7, 2.5f)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"rows\": 4 | \"rows\": 5 | takes [-1, 4, 2]",
                "reconstruction | score | gives 8 numbers a window: expected 1",
                "reconstruction | probability | expected score or reconstruction",
                "rows-channels | flat | expected rows-channels or channels-rows",
                "\"pressure\" | \"flow\" | none twice",
                "\"pressure\" | 7 | expected texts",
            })
    void a_manifest_that_does_not_fit_is_refused(String instead, String of, String because) throws IOException {
        Path file = BroughtNetworks.sharesOfOthers(folder, CHANNELS, 4);
        Path manifest = folder.resolve("mine.json");
        Files.writeString(manifest, Files.readString(manifest).replace(instead, of));
        assertThatThrownBy(() -> ImportedTrainer.keep(file, folder.resolve("kept")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(because);
        assertThat(folder.resolve("kept")).doesNotExist();
    }

    @Test
    void other_files_are_refused() throws IOException {
        assertThatThrownBy(() -> ImportedTrainer.keep(folder.resolve("mine.pt"), folder))
                .hasMessageContaining("expected NAME.onnx with NAME.json beside it");
        Path file = BroughtNetworks.sharesOfOthers(folder, CHANNELS, 4);
        Files.writeString(file, "no network at all");
        assertThatThrownBy(() -> ImportedTrainer.keep(file, folder.resolve("kept")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ONNX model");
    }

    @Test
    void a_channel_that_the_machines_do_not_have_is_named() {
        SyntheticMachines machines = new SyntheticMachines(1);
        WindowSet windows =
                new WindowSet("a few", machines.normal(new AssetId("S-1"), Instant.EPOCH, Duration.ofMinutes(20)));
        Path file = BroughtNetworks.sharesOfOthers(folder, CHANNELS, SyntheticMachines.WINDOW);
        assertThatThrownBy(() ->
                        new ImportedTrainer(file, NoveltySettings.defaults(), InstantSource.system()).train(windows, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the manifest names the channel flow")
                .hasMessageContaining("measurement_0");
    }

    @Test
    void without_a_network_there_is_nothing_to_learn() {
        assertThatThrownBy(() -> ImportedMethod.reading().learn(rising(), 1)).hasMessageContaining("--file FILE");
    }
}
