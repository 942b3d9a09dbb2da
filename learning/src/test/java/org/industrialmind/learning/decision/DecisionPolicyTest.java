package org.industrialmind.learning.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.EpisodeRule.Event;
import org.industrialmind.learning.anomaly.EpisodeState;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.format.MalformedFileException;
import org.industrialmind.signal.AssetId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DecisionPolicyTest {
    private static final long STRIDE = Duration.ofSeconds(60).toNanos();
    private static final int HOUR = 60; // windows
    private static final int DAY = 24 * HOUR;
    private static final int MONTH = 30 * DAY;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A machine seen by two detectors: scores that follow each other from window to window, in two regimes that take turns
     * every two hours and differ in scale, as the detectors do.
     */
    private static final class Machine {
        private final AssetId asset;
        private final SplittableRandom random;
        private final double[] hidden = new double[6];
        private long window;

        Machine(String tag, long seed) {
            asset = new AssetId(tag);
            random = new SplittableRandom(seed * 7919 + tag.hashCode());
        }

        int regime() {
            return (int) (window / (2 * HOUR) % 2);
        }

        /** Returns the next window; the shift is in standard deviations of what the first detector looks at. */
        ScoredWindow next(double shift) {
            double both = 0;
            double first = 0;
            for (int h = 0; h < hidden.length; h++) {
                hidden[h] = 0.8 * hidden[h] + 0.6 * random.nextGaussian();
                double looked = h == 0 ? hidden[h] + shift : hidden[h];
                first += h < 4 ? looked * looked : 0;
                both += h >= 2 || h == 0 ? looked * looked : 0;
            }
            int regime = regime();
            double unit = regime == 0 ? 1 : 3;
            window++;
            return new ScoredWindow(
                    asset, regime, window * STRIDE, List.of(unit * Math.sqrt(first), 100 * unit * both));
        }

        List<ScoredWindow> normal(int windows) {
            List<ScoredWindow> all = new ArrayList<>();
            for (int i = 0; i < windows; i++) {
                all.add(next(0));
            }
            return all;
        }
    }

    /** What a machine that is followed with a policy goes through. */
    private static final class Watch {
        private final DecisionPolicy policy;
        private final EpisodeRule rule = EpisodeRule.defaults();
        private DecisionState state = DecisionState.initial();
        private EpisodeState episode = EpisodeState.initial();
        private int opened;

        Watch(DecisionPolicy policy) {
            this.policy = policy;
        }

        DecisionPolicy.Step see(ScoredWindow seen, boolean backOff) {
            DecisionPolicy.Step step = next(policy, state, seen, episode.open());
            state = step.state();
            EpisodeRule.Step next = rule.next(episode, seen.windowEndNanos(), step.relative());
            episode = next.state();
            next.event().ifPresent(event -> {
                opened += event instanceof Event.Opened ? 1 : 0;
                if (backOff && event instanceof Event.Closed) {
                    state = policy.afterFalseEpisode(state);
                }
            });
            return step;
        }
    }

    private static DecisionPolicy.Step next(
            DecisionPolicy policy, DecisionState state, ScoredWindow seen, boolean episodeOpen) {
        double[] scores = seen.scores().stream().mapToDouble(s -> s).toArray();
        double relative = policy.relative(seen.asset(), seen.regime(), scores);
        return policy.next(state, seen.asset(), seen.regime(), seen.windowEndNanos(), episodeOpen, relative);
    }

    private static DecisionPolicy calibrated(int days, long seed) {
        List<ScoredWindow> normal = new ArrayList<>();
        for (int machine = 1; machine <= 4; machine++) {
            normal.addAll(new Machine("A-" + machine, seed).normal(days * DAY));
        }
        return DecisionPolicy.calibrate(normal, DecisionSettings.defaults());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void from_two_days_keeps_the_budget_of_a_month(long seed) {
        DecisionPolicy policy = calibrated(2, seed);
        int opened = 0;
        for (int machine = 1; machine <= 4; machine++) {
            Machine later = new Machine("A-" + machine, 100 + seed);
            Watch watch = new Watch(policy);
            for (int i = 0; i < MONTH; i++) {
                watch.see(later.next(0), false);
            }
            opened += watch.opened;
        }
        // four a month for four machines; a fifteenth of the time does not tell it more closely than this
        assertThat(opened).isLessThanOrEqualTo(8);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void sees_a_plain_fault_at_once_and_a_small_one_that_lasts_by_its_sum(long seed) {
        DecisionPolicy policy = calibrated(4, seed);
        assertThat(hoursToOpen(policy, 9, seed)).isLessThanOrEqualTo(1);
        int slow = hoursToOpen(policy, 2, seed);
        int alone = hoursToOpen(withoutSum(policy), 2, seed);
        assertThat(slow).isLessThan(24).isLessThanOrEqualTo(alone);
    }

    private static DecisionPolicy withoutSum(DecisionPolicy policy) {
        return new DecisionPolicy(
                policy.tails(),
                policy.limits(),
                Optional.empty(),
                policy.maxima(),
                policy.block(),
                policy.keeper(),
                policy.fleet());
    }

    /** Returns after how many hours of the shift an episode is open; 200 if none is by then. */
    private static int hoursToOpen(DecisionPolicy policy, double shift, long seed) {
        Machine machine = new Machine("A-1", 1000 + seed);
        Watch watch = new Watch(policy);
        for (int i = 0; i < DAY; i++) {
            watch.see(machine.next(0), false);
        }
        for (int i = 0; i < 200 * HOUR; i++) {
            watch.see(machine.next(shift), false);
            if (watch.episode.open()) {
                return i / HOUR;
            }
        }
        return 200;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void tells_since_when(long seed) {
        DecisionPolicy policy = calibrated(4, seed);
        Machine machine = new Machine("A-1", 2000 + seed);
        Watch watch = new Watch(policy);
        for (int i = 0; i < 2 * DAY; i++) {
            watch.see(machine.next(0), false);
        }
        long onset = machine.window * STRIDE;
        for (int i = 0; i < DAY; i++) {
            watch.see(machine.next(2.5), false);
        }
        double hours = (policy.since(watch.state).orElseThrow() - onset)
                / (double) Duration.ofHours(1).toNanos();
        assertThat(hours).isBetween(-12.0, 4.0); // earlier where the sum happened to be above 0 before
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void backs_off_until_the_budget_holds_where_normal_has_changed(long seed) {
        DecisionPolicy policy = calibrated(2, seed);
        Machine changed = new Machine("A-1", 3000 + seed);
        Watch stubborn = new Watch(policy);
        Watch backing = new Watch(policy);
        int inFirstMonth = 0;
        for (int i = 0; i < 3 * MONTH; i++) {
            boolean morning = i % DAY < 6 * HOUR;
            ScoredWindow seen = changed.next(morning ? 3 : 0); // every day from now on, and nobody calls it a fault
            stubborn.see(seen, false);
            backing.see(seen, true);
            inFirstMonth = i == MONTH ? backing.opened : inFirstMonth;
        }
        assertThat(stubborn.opened).isGreaterThan(60);
        // the promise: budget x time + margin / step, and one that may still be open
        assertThat(backing.opened).isLessThanOrEqualTo((int) (3 + backing.state.margin() / 0.1) + 1);
        assertThat(backing.opened - inFirstMonth)
                .as("in two months, once it has backed off")
                .isLessThanOrEqualTo(4);
        assertThat(backing.state.margin()).isPositive().isLessThan(1.5);
    }

    @Test
    void learns_nothing_while_an_episode_is_open() {
        DecisionPolicy policy = calibrated(2, 1);
        Machine machine = new Machine("A-1", 5);
        DecisionState state = policy.afterFalseEpisode(policy.afterFalseEpisode(DecisionState.initial()));
        double margin = state.margin();
        for (int i = 0; i < MONTH; i++) {
            ScoredWindow seen = machine.next(3);
            state = next(policy, state, seen, true).state();
        }
        assertThat(margin).isEqualTo(0.2, within(1e-12));
        assertThat(state.margin()).isEqualTo(margin);
        for (int i = 0; i < MONTH; i++) {
            ScoredWindow seen = machine.next(0);
            state = next(policy, state, seen, false).state();
        }
        assertThat(state.margin()).as("a month of quiet takes one step back").isEqualTo(0.1, within(0.002));
    }

    @Test
    void recovers_from_a_fault_that_lasted_long() {
        DecisionPolicy policy = calibrated(2, 1);
        Machine machine = new Machine("A-1", 6);
        Watch watch = new Watch(policy);
        for (int i = 0; i < 10 * DAY; i++) {
            watch.see(machine.next(6), false);
        }
        assertThat(watch.episode.open()).isTrue();
        for (int i = 0; i < 2 * DAY; i++) {
            watch.see(machine.next(0), false);
        }
        assertThat(watch.episode.open()).isFalse();
    }

    @Test
    void gives_each_finished_block_a_p_value_that_it_can_promise() {
        DecisionPolicy policy = calibrated(4, 1);
        Watch watch = new Watch(policy);
        Machine machine = new Machine("A-1", 7);
        int blocks = 0;
        int rare = 0;
        for (int i = 0; i < 20 * DAY; i++) {
            var finished = watch.see(machine.next(0), false).finished();
            if (finished.isPresent()) {
                blocks++;
                rare += finished.get().pValue().value() <= 0.05 ? 1 : 0;
                assertThat(finished.get().endNanos() % Duration.ofHours(1).toNanos())
                        .isZero();
                // 96 hours of its own are fewer than the 719 asked for: those of the class, four times 96
                assertThat(finished.get().pValue().blocks()).isEqualTo(4 * 96);
            }
        }
        assertThat(blocks).isEqualTo(20 * 24 - 1);
        Chance.assertAtMost(rare, blocks, 0.06); // one calibration, not the average over many: by a hundredth more
    }

    @Test
    void makes_the_same_of_a_replay_and_nothing_of_a_repeated_window() {
        DecisionPolicy policy = calibrated(2, 1);
        DecisionState[] ends = new DecisionState[2];
        for (int run = 0; run < 2; run++) {
            Machine machine = new Machine("A-2", 8);
            Watch watch = new Watch(policy);
            for (int i = 0; i < DAY; i++) {
                ScoredWindow seen = machine.next(0.5);
                watch.see(seen, false);
                DecisionState after = watch.state;
                assertThat(watch.see(seen, false).state()).isEqualTo(after);
            }
            ends[run] = watch.state;
        }
        assertThat(ends[0]).isEqualTo(ends[1]);
    }

    @Test
    void keeps_the_limit_of_a_detector_where_it_is_told_to() {
        SplittableRandom random = new SplittableRandom(3);
        List<ScoredWindow> normal = new ArrayList<>();
        for (int i = 1; i <= 4 * DAY; i++) {
            AssetId asset = new AssetId("A-" + i % 2);
            double unit = i % 2 == 0 ? 0.2 : 0.3; // the machines differ in how close they come to the limit
            normal.add(new ScoredWindow(asset, 0, i * STRIDE, List.of(unit * Math.abs(random.nextGaussian()))));
        }
        DecisionSettings settings =
                DecisionSettings.defaults().withoutSlowEvidence().withLimitsOfDetectors();
        DecisionPolicy policy = DecisionPolicy.calibrate(normal, settings);
        for (double score = 0; score < 6; score += 0.125) {
            for (String tag : List.of("A-0", "A-1", "stranger")) {
                double relative = policy.relative(new AssetId(tag), 0, score);
                if (score > 1 && !tag.equals("stranger")) {
                    assertThat(relative).isGreaterThan(1);
                } else if (score <= 1) {
                    assertThat(relative).isLessThanOrEqualTo(1);
                }
            }
        }
    }

    @Test
    void of_short_recordings_decides_on_single_windows_alone() {
        DecisionPolicy policy =
                DecisionPolicy.calibrate(new Machine("A-1", 1).normal(200), DecisionSettings.defaults());
        assertThat(policy.slow()).isEmpty();
        assertThat(policy.relative(new AssetId("A-1"), 0, 2, 400)).isBetween(0.0, 1.0);
        assertThat(policy.relative(new AssetId("A-1"), 0, 12, 14_400)).isGreaterThan(1);
        for (int few = 1; few < 12; few++) {
            DecisionPolicy tiny =
                    DecisionPolicy.calibrate(new Machine("A-1", 1).normal(few), DecisionSettings.defaults());
            assertThat(tiny.relative(new AssetId("A-1"), 0, 2, 400)).isFinite().isNotNegative();
        }
    }

    @Test
    void rises_with_every_score_and_is_the_same_whatever_their_units() {
        List<ScoredWindow> normal = new Machine("A-1", 1).normal(DAY);
        DecisionPolicy policy = DecisionPolicy.calibrate(normal, DecisionSettings.defaults());
        DecisionPolicy scaled = DecisionPolicy.calibrate(
                normal.stream()
                        .map(w -> new ScoredWindow(
                                w.asset(),
                                w.regime(),
                                w.windowEndNanos(),
                                w.scores().stream().map(s -> 1000 * s).toList()))
                        .toList(),
                DecisionSettings.defaults());
        double last = -1;
        for (double x = 0; x < 40; x += 0.25) {
            double now = policy.relative(new AssetId("A-1"), 1, x, 100 * x * x);
            assertThat(now).isGreaterThanOrEqualTo(last);
            assertThat(scaled.relative(new AssetId("A-1"), 1, 1000 * x, 1e5 * x * x))
                    .isEqualTo(now, within(1e-6 * (1 + now)));
            last = now;
        }
    }

    @Test
    void comes_back_from_a_file_as_it_was(@TempDir Path folder) throws IOException {
        DecisionPolicy policy = calibrated(2, 1);
        assertThat(written(read(written(policy), folder))).isEqualTo(written(policy));
        DecisionPolicy back = read(written(policy), folder);
        Watch first = new Watch(policy);
        Watch second = new Watch(back);
        Machine machine = new Machine("A-3", 9);
        for (int i = 0; i < DAY; i++) {
            ScoredWindow seen = machine.next(i / 500.0);
            assertThat(second.see(seen, true)).isEqualTo(first.see(seen, true));
        }
    }

    private static String written(DecisionPolicy policy) {
        ObjectNode node = JSON.createObjectNode();
        DecisionPolicyFormat.write(policy, node);
        return JSON.writeValueAsString(node);
    }

    private static DecisionPolicy read(String text, Path folder) throws IOException {
        Path file = folder.resolve("policy.json");
        Files.writeString(file, text);
        return DecisionPolicyFormat.read(JsonFields.read(file));
    }

    @Test
    void says_what_is_wrong_with_a_file(@TempDir Path folder) {
        String text = written(calibrated(2, 1));
        assertThatThrownBy(() -> read(text.replace("\"memory\":", "\"memory\":7,\"was\":"), folder))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("memory 7.0");
    }

    @Test
    void keeps_a_state_that_fits_a_database_row() {
        assertThat(JSON.writeValueAsString(DecisionState.initial()).length()).isLessThan(400);
        assertThat(JSON.readValue(JSON.writeValueAsString(DecisionState.initial()), DecisionState.class))
                .isEqualTo(DecisionState.initial());
    }

    @Test
    void refuses_nothing_and_nonsense() {
        DecisionPolicy policy = calibrated(2, 1);
        AssetId asset = new AssetId("A-1");
        assertThatThrownBy(() -> DecisionPolicy.calibrate(List.of(), DecisionSettings.defaults()))
                .hasMessageContaining("no scores to calibrate by");
        assertThatThrownBy(() -> policy.relative(asset, 0, 1)).hasMessageContaining("1 scores of A-1");
        assertThatThrownBy(() -> policy.relative(asset, 0, 1, Double.NaN)).hasMessageContaining("score NaN");
        assertThatThrownBy(() -> new ScoredWindow(asset, -1, 0, List.of(1.0))).hasMessageContaining("regime -1");
        assertThatThrownBy(() -> DecisionSettings.defaults().withBlock(Duration.ZERO))
                .hasMessageContaining("blocks of PT0S");
        ScoredWindow one = new ScoredWindow(asset, 0, 0, List.of(1.0));
        ScoredWindow two = new ScoredWindow(asset, 0, 1, List.of(1.0, 2.0));
        assertThatThrownBy(() -> DecisionPolicy.calibrate(List.of(one, two), DecisionSettings.defaults()))
                .hasMessageContaining("1 and 2 scores");
        assertThatThrownBy(() -> new Block(0, 0, -1, 0, 0)).hasMessageContaining("a block of -1 windows");
        assertThatThrownBy(() -> new Drift(0, 0, -1, 0)).hasMessageContaining("evidence -1.0");
        assertThatThrownBy(() -> DecisionState.initial().withMargin(-0.1)).hasMessageContaining("margin -0.1");
    }
}
