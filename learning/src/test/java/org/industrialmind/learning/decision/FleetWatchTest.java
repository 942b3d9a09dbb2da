package org.industrialmind.learning.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.EpisodeState;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Suspect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A fleet whose machines are seen every five minutes, each by scores that follow each other. */
class FleetWatchTest {
    private static final long STRIDE = Duration.ofMinutes(5).toNanos();
    private static final int DAY = 288; // windows
    private static final int MACHINES = 30;
    private static final int LEARNED = 6 * DAY;
    private static final int WATCHED = 12 * DAY;
    private static final double FALSE_SHARE = 0.1;

    /** What became of the fleet: decisions and episodes that were wrong, and episodes that were right. */
    private static final class Fleet {
        private final DecisionPolicy policy;
        private final FleetWatch watch;
        private final EpisodeRule rule = new EpisodeRule(3, 5, 0.6, Duration.ofMinutes(30));
        private final Map<Integer, DecisionState> machines = new TreeMap<>();
        private final Map<Integer, EpisodeState> episodes = new TreeMap<>();
        private FdrState state = FdrState.initial();
        private int wrongly;
        private int openedWrongly;
        private int found;

        Fleet(DecisionPolicy policy) {
            this.policy = policy;
            this.watch = new FleetWatch(policy);
        }

        void see(int machine, long end, double score, boolean sick) {
            AssetId asset = asset(machine);
            DecisionState before = machines.getOrDefault(machine, DecisionState.initial());
            EpisodeState episode = episodes.getOrDefault(machine, EpisodeState.initial());
            double relative = policy.relative(asset, 0, score);
            FleetWatch.Judged judged = new FleetWatch.Judged(asset, end, relative, Suspect.UNDETERMINED);
            FleetWatch.Decided decided =
                    watch.next(before, state, judged, episode.open()).orElseThrow();
            boolean decision = decided.fleet().decisions() > state.decisions();
            if (decision && decided.machine().discovered()) {
                wrongly += sick ? 0 : 1;
            }
            if (episode.open()) {
                assertThat(decided.fleet()).isEqualTo(state); // nothing is decided about a machine in alarm
            }
            EpisodeState next = rule.next(episode, end, decided.relative()).state();
            if (next.open() && !episode.open()) {
                openedWrongly += sick ? 0 : 1;
                found += sick ? 1 : 0;
            }
            machines.put(machine, decided.machine());
            episodes.put(machine, next);
            state = decided.fleet();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void of_what_is_called_abnormal_in_the_fleet_no_more_than_was_promised_is_false(long seed) {
        double[][] normal = scores(seed, LEARNED);
        Fleet alone = new Fleet(calibrated(normal, 0));
        Fleet together = new Fleet(calibrated(normal, FALSE_SHARE));
        double[][] later = scores(1000 + seed, WATCHED);
        for (int w = 0; w < WATCHED; w++) {
            for (int m = 0; m < MACHINES; m++) {
                boolean sick = m % 5 == 0 && w > (5 + m / 5) * DAY; // six machines fall ill, one a day
                double score = later[m][w] + (sick ? 6 : 0);
                long end = (LEARNED + w + 1) * STRIDE;
                alone.see(m, end, score, sick);
                together.see(m, end, score, sick);
            }
        }
        assertThat(alone.found).isEqualTo(6);
        assertThat(alone.openedWrongly).isBetween(2, 20); // twelve machine months at a budget of one each
        assertThat(together.found).isEqualTo(6);
        assertThat(together.openedWrongly).isLessThanOrEqualTo(1);
        // a tenth of a false decision a day; one seed in two hundred shows more than four in twelve days
        assertThat(together.wrongly).isLessThanOrEqualTo(4);
    }

    @Test
    void without_a_promise_to_the_fleet_each_machine_is_followed_alone() {
        double[][] normal = scores(4, LEARNED);
        DecisionPolicy policy = calibrated(normal, 0);
        FleetRun run = new FleetRun(Optional.of(policy));
        DecisionState state = DecisionState.initial();
        for (int w = 0; w < DAY; w++) {
            long end = (w + 1) * STRIDE;
            double relative = policy.relative(asset(0), 0, normal[0][w]);
            DecisionPolicy.Step alone = policy.next(state, asset(0), 0, end, false, relative);
            assertThat(run.next(new FleetWatch.Judged(asset(0), end, relative, Suspect.UNDETERMINED), false))
                    .isEqualTo(alone.relative());
            state = alone.state();
        }
    }

    @Test
    void what_speaks_against_a_sensor_is_told_as_it_is_and_not_remembered() {
        DecisionPolicy policy = calibrated(scores(4, DAY), FALSE_SHARE);
        FleetWatch.Judged misread = new FleetWatch.Judged(asset(0), STRIDE, 3, Suspect.SENSOR);
        assertThat(new FleetWatch(policy).next(DecisionState.initial(), FdrState.initial(), misread, false))
                .isEmpty();
        FleetRun run = new FleetRun(Optional.of(policy));
        assertThat(run.next(misread, false)).isEqualTo(3);
        FleetWatch.Judged loud = new FleetWatch.Judged(asset(0), STRIDE, 3, Suspect.UNDETERMINED);
        assertThat(run.next(loud, false)).as("the same window, of the machine").isEqualTo(1);
    }

    @Test
    void without_a_policy_scores_stay_as_they_are() {
        FleetRun run = new FleetRun(Optional.empty());
        assertThat(run.next(new FleetWatch.Judged(asset(0), STRIDE, 3, Suspect.MACHINE), false))
                .isEqualTo(3);
    }

    @Test
    void a_policy_kept_in_a_file_promises_the_same(@TempDir Path folder) throws IOException {
        DecisionPolicy policy = calibrated(scores(5, DAY), FALSE_SHARE);
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode root = json.createObjectNode();
        DecisionPolicyFormat.write(policy, root);
        Path file = Files.write(
                folder.resolve("policy.json"), json.writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
        DecisionPolicy read = DecisionPolicyFormat.read(JsonFields.read(file));
        assertThat(read.fleet()).isEqualTo(policy.fleet()).isPresent();
        for (double maximum = 0; maximum < 12; maximum += 0.5) {
            assertThat(read.maxima().pValue(new Standing(asset(1), 0), maximum))
                    .isEqualTo(policy.maxima().pValue(new Standing(asset(1), 0), maximum));
        }
    }

    private static AssetId asset(int machine) {
        return new AssetId("M-" + machine);
    }

    /** Scores of all machines that are well. Shape: [machine][window]. */
    private static double[][] scores(long seed, int windows) {
        double[][] scores = new double[MACHINES][windows];
        for (int m = 0; m < MACHINES; m++) {
            SplittableRandom random = new SplittableRandom(seed * 7919 + m);
            double hidden = 0;
            for (int w = 0; w < windows; w++) {
                hidden = 0.7 * hidden + Math.sqrt(1 - 0.49) * random.nextGaussian();
                scores[m][w] = Math.abs(hidden) + 0.2 * random.nextDouble();
            }
        }
        return scores;
    }

    private static DecisionPolicy calibrated(double[][] normal, double falseShare) {
        List<ScoredWindow> windows = new ArrayList<>();
        for (int m = 0; m < normal.length; m++) {
            for (int w = 0; w < normal[m].length; w++) {
                windows.add(new ScoredWindow(asset(m), 0, (w + 1) * STRIDE, List.of(normal[m][w])));
            }
        }
        return DecisionPolicy.calibrate(
                windows, DecisionSettings.defaults().withoutSlowEvidence().withFalseShare(falseShare));
    }
}
