package org.industrialmind.learning.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetectorContract;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.SyntheticMachines;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcaTest extends AnomalyDetectorContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-06T00:00:00Z"));

    @Override
    protected Trainer<WindowSet, NoveltyDetector> trainer() {
        return new NoveltyTrainer(Pca.defaults(), NoveltySettings.defaults(), CLOCK);
    }

    @Override
    protected DetectorFormat format() {
        return new NoveltyFormat(Pca.defaults());
    }

    @Test
    void sees_a_channel_become_noisy_without_claiming_that_it_moved() {
        SplittableRandom random = new SplittableRandom(SEED);
        Window noisy =
                changed((second, row) -> row[4] += (float) (5 * machines.deviation(FIRST, 3) * random.nextGaussian()));
        Verdict.Scored scored = (Verdict.Scored) detector.judge(List.of(noisy)).getFirst();
        assertThat(scored.abnormal()).isTrue();
        assertThat(scored.contributions().getFirst().channel()).isEqualTo(SyntheticMachines.measurement(3));
    }

    @Test
    void sees_a_stuck_transmitter() {
        float[] stuck = {Float.NaN};
        Window frozen = changed((second, row) -> {
            stuck[0] = second == 0 ? row[6] : stuck[0];
            row[6] = stuck[0];
        });
        Verdict.Scored scored = (Verdict.Scored) detector.judge(List.of(frozen)).getFirst();
        assertThat(scored.abnormal()).isTrue();
        assertThat(scored.contributions().getFirst().channel()).isEqualTo(SyntheticMachines.measurement(5));
    }

    @Test
    void sees_a_broken_correlation_though_no_channel_leaves_its_range() {
        // the two influences move all channels together; one that moves against them is inside its range, yet wrong
        Window turned = changed((second, row) -> row[2] += (float) (3 * machines.deviation(FIRST, 1)));
        Window same = changed((second, row) -> {});
        double before = ((Verdict.Scored) detector.judge(List.of(same)).getFirst()).score();
        double after = ((Verdict.Scored) detector.judge(List.of(turned)).getFirst()).score();
        assertThat(before).isLessThan(1);
        assertThat(after).isGreaterThan(1);
    }

    @Test
    void overlooks_a_dip_of_two_seconds() {
        Window dipped = changed((second, row) -> {
            for (int c = 1; c < row.length; c++) {
                row[c] *= second == 20 || second == 21 ? 0.5f : 1;
            }
        });
        assertThat(((Verdict.Scored) detector.judge(List.of(dipped)).getFirst()).abnormal())
                .isFalse();
    }

    @Test
    void refuses_to_learn_from_drives_alone() {
        FrameSchema drives = new FrameSchema(
                new EquipmentClass("drives"),
                SyntheticMachines.PERIOD,
                FrameSchema.Precision.SINGLE,
                List.of(new Channel("command", "", Unit.ONE, Channel.Role.DRIVE)));
        WindowSet set = new WindowSet("drives", List.of(new Window(FIRST, drives, 0, new float[60])));
        assertThatThrownBy(() -> trainer().train(set, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every channel of drives is a drive");
    }

    @Test
    void refuses_to_learn_from_too_little() {
        List<Window> few = machines.normal(FIRST, LATER, Duration.ofSeconds(120));
        assertThatThrownBy(() -> trainer().train(new WindowSet("two minutes", few), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no machine in two minutes");
    }

    @Test
    void is_not_loaded_from_a_tampered_file(@TempDir Path folder) throws IOException {
        format().save(detector, folder);
        Path tensors = folder.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(tensors);
        Files.write(tensors, Arrays.copyOf(bytes, bytes.length - 8));
        assertThatThrownBy(() -> format().load(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model.safetensors");
        Files.write(tensors, bytes);
        Path json = folder.resolve("model.json");
        String text = Files.readString(json);
        Files.writeString(json, text.replaceFirst("\"spread\" : \\[ [^,]*", "\"spread\" : [ -1"));
        assertThatThrownBy(() -> format().load(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model.json")
                .hasMessageContaining("-1");
        Files.writeString(json, text.replace("\"kind\" : \"pca\"", "\"kind\" : \"dense\""));
        assertThatThrownBy(() -> format().load(folder)).hasMessageContaining("holds kind dense");
    }

    @Test
    void names_no_contributors_while_normal() {
        Window window = changed((second, row) -> {});
        List<Contribution> named =
                ((Verdict.Scored) detector.judge(List.of(window)).getFirst()).contributions();
        assertThat(named).isEmpty();
    }

    @Test
    void refuses_settings_out_of_range() {
        NoveltySettings house = NoveltySettings.defaults();
        assertThatThrownBy(() -> new Pca(1)).hasMessageContaining("variance 1.0");
        assertThatThrownBy(() -> new NoveltySettings(house.baseline(), 0, house.budget()))
                .hasMessageContaining("0.0 to hold");
    }
}
