package org.industrialmind.learning.prepared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.data.Offset;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetectorContract;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.GaussianFormat;
import org.industrialmind.learning.anomaly.GaussianSettings;
import org.industrialmind.learning.anomaly.GaussianTrainer;
import org.industrialmind.learning.anomaly.SyntheticMachines;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.novelty.NoveltyFormat;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.learning.novelty.NoveltyTrainer;
import org.industrialmind.learning.novelty.Pca;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Suspect;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedDetectorTest extends AnomalyDetectorContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-06T00:00:00Z"));

    @Override
    protected Trainer<WindowSet, PreparedDetector> trainer() {
        return new PreparedTrainer(
                new GaussianTrainer(GaussianSettings.defaults(), CLOCK),
                PreparedTrainer.Depth.EXPLAINED,
                BaselineSettings.defaults(),
                EpisodeRule.defaults());
    }

    @Override
    protected DetectorFormat format() {
        return new PreparedFormat(new GaussianFormat());
    }

    private Verdict.Scored judged(Window window) {
        return (Verdict.Scored) detector.judge(List.of(window)).getFirst();
    }

    @Test
    void a_stuck_transmitter_is_told_as_a_sensor() {
        float[] stuck = {Float.NaN};
        Verdict.Scored scored = judged(changed((second, row) -> {
            stuck[0] = second == 0 ? row[6] : stuck[0];
            row[6] = stuck[0];
        }));
        assertThat(scored.suspect()).isEqualTo(Suspect.SENSOR);
        assertThat(scored.abnormal()).isTrue();
        assertThat(scored.contributions().getFirst().channel()).isEqualTo(SyntheticMachines.measurement(5));
    }

    @Test
    void one_channel_that_jumps_alone_is_a_sensor() {
        float by = (float) (8 * machines.deviation(FIRST, 3));
        Verdict.Scored scored = judged(changed((second, row) -> row[4] += second >= 20 ? by : 0));
        assertThat(scored.suspect()).isEqualTo(Suspect.SENSOR);
    }

    @Test
    void a_channel_that_jumps_back_to_where_it_usually_is_is_not_told() {
        float by = (float) (8 * machines.deviation(FIRST, 3));
        Verdict.Scored scored = judged(changed((second, row) -> row[4] += second < 20 ? by : 0));
        assertThat(scored.suspect()).isNotEqualTo(Suspect.SENSOR);
    }

    @Test
    void two_channels_that_read_each_others_values_are_sensors() {
        Verdict.Scored scored = judged(changed((second, row) -> {
            float one = row[3];
            row[3] = row[4];
            row[4] = one;
        }));
        assertThat(scored.suspect()).isEqualTo(Suspect.SENSOR);
        assertThat(scored.contributions())
                .extracting(Contribution::channel)
                .containsExactlyInAnyOrder(SyntheticMachines.measurement(2), SyntheticMachines.measurement(3));
    }

    @Test
    void two_channels_that_are_on_their_way_pass_each_others_values_without_being_exchanged() {
        float one = (float) machines.deviation(FIRST, 2);
        float other = (float) machines.deviation(FIRST, 3);
        Verdict.Scored scored = judged(changed((second, row) -> {
            float time = (second % SyntheticMachines.WINDOW - 29.5f) / SyntheticMachines.WINDOW;
            float read = row[3];
            row[3] = row[4] + 9 * one * time;
            row[4] = read + 9 * other * time;
        }));
        assertThat(scored.abnormal()).isTrue();
        assertThat(scored.suspect()).isEqualTo(Suspect.MACHINE);
    }

    @Test
    void one_witness_alone_must_be_further_out_than_several() {
        PreparedDetector prepared = (PreparedDetector) detector;
        float by = (float) (8 * machines.deviation(FIRST, 3));
        Window moved = changed((second, row) -> row[4] += by);
        Window ready = prepared.preparation().of(moved).window();
        double score =
                ((Verdict.Scored) prepared.detector().judge(List.of(ready)).getFirst()).score();
        Verdict.Scored alone = judged(moved);
        assertThat(alone.suspect()).isEqualTo(Suspect.UNDETERMINED);
        assertThat(alone.score()).isCloseTo(score / 1.15, Offset.offset(1e-9));
    }

    @Test
    void one_channel_that_has_moved_unseen_is_undetermined_and_several_are_the_machine() {
        float by = (float) (8 * machines.deviation(FIRST, 3));
        float also = (float) (8 * machines.deviation(FIRST, 5));
        assertThat(judged(changed((second, row) -> row[4] += by)).suspect()).isEqualTo(Suspect.UNDETERMINED);
        Verdict.Scored both = judged(changed((second, row) -> {
            row[4] += by;
            row[6] += also;
        }));
        assertThat(both.suspect()).isEqualTo(Suspect.MACHINE);
    }

    @Test
    void a_gate_alone_tells_sensors_to_any_kind_of_detector(@TempDir Path folder) throws IOException {
        NoveltyTrainer pca = new NoveltyTrainer(Pca.defaults(), NoveltySettings.defaults(), CLOCK);
        PreparedTrainer gated = new PreparedTrainer(
                pca, PreparedTrainer.Depth.GATE, BaselineSettings.defaults(), EpisodeRule.defaults());
        float[] stuck = {Float.NaN};
        Window broken = changed((second, row) -> {
            stuck[0] = second == 0 ? row[6] : stuck[0];
            row[6] = stuck[0];
        });
        float by = (float) (8 * machines.deviation(FIRST, 3));
        Window failing = changed((second, row) -> {
            row[4] += by;
            row[6] += by;
        });
        PreparedDetector trained = gated.train(trainingSet(), SEED);
        List<Verdict> verdicts = trained.judge(List.of(broken, failing));
        assertThat(((Verdict.Scored) verdicts.getFirst()).suspect()).isEqualTo(Suspect.SENSOR);
        assertThat(((Verdict.Scored) verdicts.getLast()).suspect()).isEqualTo(Suspect.MACHINE);
        Window moved = changed((second, row) -> row[4] += by);
        Verdict.Scored lone = (Verdict.Scored) trained.judge(List.of(moved)).getFirst();
        assertThat(lone.suspect()).isEqualTo(Suspect.UNDETERMINED);
        Verdict plain = trained.detector().judge(List.of(moved)).getFirst();
        assertThat(lone.score()).as("no more is asked of one witness").isEqualTo(((Verdict.Scored) plain).score());

        DetectorFormat format = new PreparedFormat(new NoveltyFormat(Pca.defaults()));
        format.save(trained, folder);
        assertThat(format.load(folder).judge(List.of(broken, failing))).isEqualTo(verdicts);
    }
}
