package org.industrialmind.learning.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.industrialmind.signal.AssetId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final AssetId ONE = new AssetId("A-1");
    private static final AssetId TWO = new AssetId("A-2");
    private static final long STRIDE = 10_000_000_000L;
    private static final int MONTH = 30 * 86_400 / 10;
    private static final FalseAlarmBudget BUDGET = FalseAlarmBudget.defaults();

    /** Returns root-of-chi-squared-like scores that follow each other, as those of overlapping windows do. */
    private static List<CalibrationScore> scores(AssetId asset, int regime, int count, SplittableRandom random) {
        return scores(asset, regime, count, random, score -> score);
    }

    private static List<CalibrationScore> scores(
            AssetId asset, int regime, int count, SplittableRandom random, DoubleUnaryOperator change) {
        double[] hidden = random.doubles(4).toArray();
        List<CalibrationScore> scores = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int h = 0; h < hidden.length; h++) {
                hidden[h] = 0.8 * hidden[h] + 0.6 * random.nextGaussian();
                sum += hidden[h] * hidden[h];
            }
            scores.add(new CalibrationScore(asset, regime, i * STRIDE, change.applyAsDouble(Math.sqrt(sum))));
        }
        return scores;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void from_three_hours_keep_the_budget_of_a_month(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Limits limits = Limits.calibrate(scores(ONE, 0, 1000, random), BUDGET);
        EpisodeRule rule = EpisodeRule.defaults();
        EpisodeState state = EpisodeState.initial();
        int opened = 0;
        for (CalibrationScore fresh : scores(ONE, 0, MONTH, random)) {
            EpisodeRule.Step step = rule.next(state, fresh.windowEndNanos(), fresh.score() / limits.of(ONE, 0));
            opened += step.event()
                            .filter(event -> event instanceof EpisodeRule.Event.Opened)
                            .isPresent()
                    ? 1
                    : 0;
            state = step.state();
        }
        // one a month is the budget; from a three-hundredth of a month it is not met more closely than this
        assertThat(opened).isLessThanOrEqualTo(3);
        assertThat(limits.of(ONE, 0)).isBetween(3.0, 9.0); // the scores themselves reach 5 to 6 in a month
    }

    @Test
    void rise_when_fewer_false_episodes_are_allowed() {
        List<CalibrationScore> scores = scores(ONE, 0, 1000, new SplittableRandom(1));
        double perYear =
                Limits.calibrate(scores, new FalseAlarmBudget(1.0 / 12, 3, 5)).of(ONE, 0);
        double perMonth =
                Limits.calibrate(scores, new FalseAlarmBudget(1, 3, 5)).of(ONE, 0);
        double perDay = Limits.calibrate(scores, new FalseAlarmBudget(30, 3, 5)).of(ONE, 0);
        assertThat(perYear).isGreaterThan(perMonth);
        assertThat(perMonth).isGreaterThan(perDay);
    }

    @Test
    void are_lower_where_an_episode_takes_more_windows() {
        List<CalibrationScore> scores = scores(ONE, 0, 1000, new SplittableRandom(1));
        double persistent =
                Limits.calibrate(scores, new FalseAlarmBudget(1, 5, 5)).of(ONE, 0);
        double hasty = Limits.calibrate(scores, new FalseAlarmBudget(1, 1, 5)).of(ONE, 0);
        assertThat(persistent).isLessThan(hasty);
    }

    @Test
    void do_not_depend_on_the_order_of_the_scores_and_follow_their_size() {
        List<CalibrationScore> scores = scores(ONE, 0, 500, new SplittableRandom(7));
        double limit = Limits.calibrate(scores, BUDGET).of(ONE, 0);
        assertThat(Limits.calibrate(scores.reversed(), BUDGET).of(ONE, 0)).isEqualTo(limit);
        List<CalibrationScore> doubled = scores(ONE, 0, 500, new SplittableRandom(7), score -> 2 * score);
        assertThat(Limits.calibrate(doubled, BUDGET).of(ONE, 0)).isEqualTo(2 * limit, within(1e-9));
    }

    @Test
    void are_those_of_each_machine_and_regime() {
        SplittableRandom random = new SplittableRandom(3);
        List<CalibrationScore> scores = new ArrayList<>(scores(ONE, 0, 500, random));
        scores.addAll(scores(ONE, 1, 500, random, score -> 3 * score));
        scores.addAll(scores(TWO, 0, 500, random, score -> 10 * score));
        Limits limits = Limits.calibrate(scores, BUDGET);
        assertThat(limits.of(ONE, 1)).isGreaterThan(2 * limits.of(ONE, 0));
        assertThat(limits.of(TWO, 0)).isGreaterThan(2 * limits.of(ONE, 1));
        assertThat(limits.of(ONE, 7)).as("a regime without scores").isEqualTo(limits.of(ONE, 1));
        assertThat(limits.of(new AssetId("A-9"), 0))
                .as("a machine without scores")
                .isEqualTo(limits.of(TWO, 0));
    }

    @Test
    void exist_even_for_a_handful_of_scores() {
        SplittableRandom random = new SplittableRandom(2);
        for (int count = 1; count < 12; count++) {
            assertThat(Limits.calibrate(scores(ONE, 0, count, random), BUDGET).of(ONE, 0))
                    .isPositive();
        }
        List<CalibrationScore> zeros = scores(ONE, 0, 30, random, score -> 0);
        assertThat(Limits.calibrate(zeros, BUDGET).of(ONE, 0)).isPositive();
        assertThat(Limits.calibrate(zeros, BUDGET).atLeast(2).of(ONE, 0)).isEqualTo(2);
    }

    @Test
    void refuse_nothing_and_nonsense() {
        assertThatThrownBy(() -> Limits.calibrate(List.of(), BUDGET)).hasMessageContaining("no calibration scores");
        assertThatThrownBy(() -> new CalibrationScore(ONE, 0, 0, Double.NaN)).hasMessageContaining("score NaN");
        assertThatThrownBy(() -> new CalibrationScore(ONE, -1, 0, 1)).hasMessageContaining("regime -1");
        assertThatThrownBy(() -> new FalseAlarmBudget(0, 3, 5)).hasMessageContaining("positive budget");
        assertThatThrownBy(() -> new FalseAlarmBudget(1, 6, 5)).hasMessageContaining("6 of 5");
    }
}
