package org.industrialmind.learning.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.EpisodeState;
import org.industrialmind.learning.anomaly.SyntheticMachines;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.decision.DecisionSettings;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.learning.novelty.NoveltyTrainer;
import org.industrialmind.learning.novelty.Pca;
import org.industrialmind.learning.selection.DetectorCandidate;
import org.industrialmind.learning.selection.EnsembleTrainer;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A history with one plain and one brief fault, replayed through changed rules and limits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BacktestTest {
    private static final AssetId SICK = new AssetId("S-1");
    private static final AssetId SOUND = new AssetId("S-2");
    private static final AssetId STRANGER = new AssetId("S-9");
    private static final Instant TRAINING = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-01-07T00:00:00Z");
    private static final Duration HISTORY = Duration.ofHours(2);
    private static final int LONG_FROM = 1800; // seconds after LATER
    private static final int LONG_UNTIL = 3300;
    private static final int BRIEF_FROM = 5400;
    private static final double FACTOR = 1.5; // three hours of learning leave the limits a little low
    private static final int BRIEF_UNTIL = 5470; // over before ten windows of ten seconds have seen it whole

    private final SyntheticMachines machines = new SyntheticMachines(11);
    private final EpisodeRule quick = new EpisodeRule(2, 3, 0.6, Duration.ofMinutes(2));
    private final EpisodeRule patient = new EpisodeRule(12, 12, 0.6, Duration.ofMinutes(2));
    private AnomalyDetector detector;
    private List<Window> history;

    @BeforeAll
    void train() {
        List<Window> normal = new ArrayList<>(machines.normal(SICK, TRAINING, Duration.ofHours(3)));
        normal.addAll(machines.normal(SOUND, TRAINING, Duration.ofHours(3)));
        detector = new NoveltyTrainer(Pca.defaults(), NoveltySettings.defaults(), InstantSource.fixed(LATER))
                .train(new WindowSet("two synthetic machines", normal), 1);
        float shift = (float) (10 * machines.deviation(SICK, 2));
        history = new ArrayList<>(machines.windows(SICK, LATER, HISTORY, (second, row) -> {
            boolean faulty = within(second, LONG_FROM, LONG_UNTIL) || within(second, BRIEF_FROM, BRIEF_UNTIL);
            row[3] += faulty ? shift : 0;
        }));
        history.addAll(machines.normal(SOUND, LATER, HISTORY));
        history.addAll(machines.normal(STRANGER, LATER, Duration.ofMinutes(5)));
    }

    @Test
    void makes_the_episodes_that_the_rule_makes_of_the_verdicts() {
        EpisodeState state = EpisodeState.initial();
        List<Long> onsets = new ArrayList<>();
        List<Long> closes = new ArrayList<>();
        for (Window window : machinesWindows(SICK)) {
            if (detector.judge(List.of(window)).getFirst() instanceof Verdict.Scored scored) {
                EpisodeRule.Step step = quick.next(state, window.endNanos(), scored.score() / FACTOR);
                state = step.state();
                step.event().ifPresent(event -> {
                    if (event instanceof EpisodeRule.Event.Opened opened) {
                        onsets.add(opened.onsetNanos());
                    } else if (event instanceof EpisodeRule.Event.Closed) {
                        closes.add(window.endNanos());
                    }
                });
            }
        }
        List<ReplayedEpisode> episodes =
                replay(256, arm("now", quick, FACTOR)).getFirst().episodes();
        assertThat(onsets).hasSize(2);
        assertThat(episodes.stream().map(ReplayedEpisode::onsetNanos)).isEqualTo(onsets);
        assertThat(episodes.stream().map(episode -> episode.closedNanos().orElseThrow()))
                .isEqualTo(closes);
        assertThat(episodes).allSatisfy(episode -> {
            assertThat(episode.asset()).isEqualTo(SICK);
            assertThat(episode.channel()).isEqualTo(SyntheticMachines.measurement(2));
            assertThat(episode.peak()).isGreaterThan(1);
        });
    }

    @ParameterizedTest(name = "in batches of {0}")
    @ValueSource(ints = {1, 7, 256, 100_000})
    void gives_the_same_record_bit_by_bit_whatever_the_batches(int batch) {
        Arm[] arms = {arm("now", quick, 1), arm("candidate", patient, 1.5)};
        List<ArmRecord> once = replay(100, arms);
        List<ArmRecord> again = replay(batch, arms);
        assertThat(again.stream().map(ArmRecord::fingerprint))
                .isEqualTo(once.stream().map(ArmRecord::fingerprint).toList());
        assertThat(once.getFirst().fingerprint()).isNotEqualTo(once.getLast().fingerprint());
    }

    @Test
    void tells_which_alarms_a_patient_rule_would_take_away() {
        List<ArmRecord> records = replay(256, arm("now", quick, FACTOR), arm("candidate", patient, FACTOR));
        Changes changes = Changes.between(records.getFirst(), records.getLast());
        assertThat(changes.added()).isEmpty();
        assertThat(changes.kept()).hasSize(1).allMatch(episode -> episode.meets(at(LONG_FROM), at(LONG_UNTIL)));
        assertThat(changes.removed())
                .hasSize(1)
                .allMatch(episode -> episode.meets(at(BRIEF_FROM), at(BRIEF_UNTIL + 60)));
        Changes back = Changes.between(records.getLast(), records.getFirst());
        assertThat(back.added()).isEqualTo(changes.removed());
        assertThat(back.removed()).isEmpty();
    }

    @ParameterizedTest(name = "limits times {0}")
    @ValueSource(doubles = {1.2, 2, 5, 1000})
    void calls_fewer_windows_abnormal_the_higher_the_limits(double factor) {
        List<ArmRecord> records = replay(256, arm("now", quick, 1), arm("candidate", quick, factor));
        assertThat(records.getLast().abnormal())
                .isLessThanOrEqualTo(records.getFirst().abnormal());
        assertThat(records.getLast().judged()).isEqualTo(records.getFirst().judged());
        if (factor == 1000) {
            assertThat(records.getLast().episodes()).isEmpty();
        }
    }

    @Test
    void lets_the_policy_of_the_detector_have_the_last_word() {
        Duration block = Duration.ofMinutes(2);
        DecisionSettings alone = DecisionSettings.defaults().withBlock(block).withoutSlowEvidence();
        Arm now = ensemble("now", alone);
        Arm candidate = ensemble("candidate", alone.withFalseShare(0.1));
        assertThat(new Backtest(List.of(now)).round()).isEmpty();
        assertThat(new Backtest(List.of(now, candidate)).round()).hasValue(block);
        List<ArmRecord> records = replay(256, now, candidate);
        ReplayedEpisode early = longFault(records.getFirst());
        ReplayedEpisode late = longFault(records.getLast());
        assertThat(records.getLast().abnormal()).isLessThan(records.getFirst().abnormal());
        assertThat(late.raisedNanos()).isBetween(early.raisedNanos(), early.raisedNanos() + 2 * block.toNanos());
        assertThat(replay(1, now, candidate).stream().map(ArmRecord::fingerprint))
                .isEqualTo(records.stream().map(ArmRecord::fingerprint).toList());
    }

    @Test
    void a_lower_limit_opens_no_episode_that_the_fleet_has_not_decided_on() {
        DecisionSettings promise = DecisionSettings.defaults()
                .withBlock(Duration.ofMinutes(2))
                .withoutSlowEvidence()
                .withFalseShare(0.1);
        Arm now = ensemble("now", promise);
        Arm candidate = new Arm("candidate", now.detector(), quick, 0.999); // what is held back at 1 must not pass
        List<ArmRecord> records = replay(256, now, candidate);
        assertThat(records.getLast().episodes())
                .hasSameSizeAs(records.getFirst().episodes());
    }

    private static ReplayedEpisode longFault(ArmRecord record) {
        return record.episodes().stream()
                .filter(episode -> episode.asset().equals(SICK) && episode.meets(at(LONG_FROM), at(LONG_UNTIL)))
                .findFirst()
                .orElseThrow();
    }

    private Arm ensemble(String name, DecisionSettings settings) {
        List<Window> normal = new ArrayList<>(machines.normal(SICK, TRAINING, Duration.ofHours(3)));
        normal.addAll(machines.normal(SOUND, TRAINING, Duration.ofHours(3)));
        InstantSource clock = InstantSource.fixed(LATER);
        DetectorCandidate pca =
                new DetectorCandidate("pca", new NoveltyTrainer(Pca.defaults(), NoveltySettings.defaults(), clock));
        AnomalyDetector joined = new EnsembleTrainer("ensemble", List.of(pca), settings, clock)
                .train(new WindowSet("two machines", normal), 1);
        return new Arm(name, joined, quick, 1);
    }

    @Test
    void counts_what_was_not_judged() {
        ArmRecord record = replay(256, arm("now", quick, 1)).getFirst();
        assertThat(record.abstained()).containsKeys(Reason.NO_MODEL, Reason.TRANSIENT);
        long silent =
                record.abstained().values().stream().mapToLong(count -> count).sum();
        assertThat(record.judged() + silent).isEqualTo(history.size());
    }

    @Test
    void refuses_windows_out_of_order_and_arms_of_one_name() {
        Backtest backtest = new Backtest(List.of(arm("now", quick, 1)));
        backtest.show(history.subList(0, 2));
        assertThatThrownBy(() -> backtest.show(history.subList(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in order of time");
        assertThatThrownBy(() -> new Backtest(List.of(arm("now", quick, 1), arm("now", patient, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a name of its own");
        assertThatThrownBy(() -> arm("now", quick, 0)).hasMessageContaining("positive, finite factor");
    }

    @Test
    void refuses_a_span_that_nobody_keeps() {
        ArmOrder now = ArmOrder.champion(quick);
        long end = at(0);
        long tooLong = BacktestOrder.LONGEST.plusNanos(1).toNanos();
        assertThatThrownBy(() -> new BacktestOrder("m", now, now, List.of(), end - tooLong, end, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("longer than 800 days", "replay it in parts");
        assertThatThrownBy(() -> new BacktestOrder("m", now, now, List.of(), end, end, List.of()))
                .hasMessageContaining("a span that is not empty");
    }

    private List<ArmRecord> replay(int batch, Arm... arms) {
        Backtest backtest = new Backtest(List.of(arms));
        for (int from = 0; from < history.size(); from += batch) {
            backtest.show(history.subList(from, Math.min(history.size(), from + batch)));
        }
        return backtest.records();
    }

    private List<Window> machinesWindows(AssetId asset) {
        return history.stream().filter(window -> window.asset().equals(asset)).toList();
    }

    private Arm arm(String name, EpisodeRule rule, double factor) {
        return new Arm(name, detector, rule, factor);
    }

    private static boolean within(int second, int from, int until) {
        return second >= from && second < until;
    }

    private static long at(int second) {
        return (LATER.getEpochSecond() + second) * 1_000_000_000L;
    }
}
