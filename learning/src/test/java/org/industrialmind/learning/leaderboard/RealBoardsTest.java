package org.industrialmind.learning.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.industrialmind.learning.novelty.LaggedDistance;
import org.industrialmind.learning.novelty.NearestPatch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** One short look at each public data set; the whole boards are for the command {@code evaluate anomaly}. */
class RealBoardsTest {
    private static final Watch WATCH = new Watch(List.of(new LaggedRowMethod(LaggedDistance.of(2))), 0.2, 3);

    @Test
    void a_watch_finds_faults_of_tennessee_eastman_that_components_do_not_at_one_percent_of_false_alarms() {
        List<LabelledSeries> some = TennesseeEastman.read(folder("tep")).stream()
                .filter(run -> List.of("d00_te", "d05_te", "d19_te").contains(run.name()))
                .toList();
        Map<String, Double> metrics = BoardResult.of(WATCH, some, 1, () -> {}).metrics();
        assertThat(metrics.get("far")).isLessThan(0.01); // measured 0.000
        assertThat(metrics.get("recall")).isGreaterThan(0.8); // principal components find a fifth of these
    }

    @Test
    void the_spacecraft_have_57_channels_and_one_of_them_is_plain() {
        List<LabelledSeries> all = SpacecraftTelemetry.read(folder("smap_msl"));
        assertThat(all).hasSize(57).allMatch(LabelledSeries::hasEvents);
        assertThat(all.stream().filter(channel -> channel.group().equals("SMAP")))
                .hasSize(38);
        LabelledSeries plain = all.stream()
                .filter(channel -> channel.name().equals("M-6"))
                .findFirst()
                .orElseThrow();
        Map<String, Double> metrics =
                BoardResult.of(WATCH, List.of(plain), 1, () -> {}).metrics();
        assertThat(metrics.get("event_recall")).isEqualTo(1);
        assertThat(metrics.get("vus_pr")).isGreaterThan(2 * metrics.getOrDefault("base_rate", 1.0));
    }

    @Test
    void silence_scores_0_on_the_numenta_benchmark() {
        List<LabelledSeries> all = NumentaBenchmark.read(folder("nab"));
        assertThat(all).hasSizeGreaterThanOrEqualTo(30);
        Map<String, Double> tally = NabTally.of(BoardResult.of(NaiveJudge.SILENT, all, 1, () -> {}));
        assertThat(tally.get("nab_standard")).isEqualTo(0);
    }

    @Test
    void the_internal_bleeding_is_located() {
        List<LabelledSeries> all = UcrArchive.read(folder("ucr_anomaly"));
        Watch shapes = new Watch(List.of(new LaggedRowMethod(NearestPatch.of(29))), 0.2, 3);
        assertThat(UcrArchive.located(BoardResult.of(shapes, all, 1, () -> {}))).isEqualTo(1);
    }

    private static Path folder(String name) {
        Path data = Path.of(
                Optional.ofNullable(System.getenv("INDUSTRIALMIND_DATA")).orElse("../../shared/data"), name);
        Assumptions.assumeTrue(
                Files.isDirectory(data),
                () -> "no folder " + data + ": set INDUSTRIALMIND_DATA to the folder that has " + name);
        return data;
    }
}
