package org.industrialmind.learning.tabular.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FairnessAuditTest {
    /** Group 4: 2 hits, 1 false alarm, 1 miss, 1 rest. Group 9: 1 hit, 0 false alarms, 1 miss, 3 rests. */
    private static final JudgedRows TEN = JudgedRows.of(
            new int[] {4, 4, 4, 4, 4, 9, 9, 9, 9, 9},
            new boolean[] {true, true, false, true, false, true, true, false, false, false},
            new double[] {0.9, 0.8, 0.7, 0.2, 0.1, 0.6, 0.4, 0.3, 0.2, 0.1});

    /** Two groups of calibrated probabilities, the second of a lower base rate. */
    private static JudgedRows drawn(int size, double lower, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] groups = new int[size];
        boolean[] positive = new boolean[size];
        double[] probabilities = new double[size];
        for (int r = 0; r < size; r++) {
            groups[r] = r % 2;
            probabilities[r] = random.nextDouble() * (groups[r] == 1 ? lower : 1);
            positive[r] = random.nextDouble() < probabilities[r];
        }
        return JudgedRows.of(groups, positive, probabilities);
    }

    @Test
    void rates_and_gaps_are_as_worked_out_by_hand() {
        FairnessReport report = FairnessAudit.defaults().of(TEN, GroupThresholds.same(0.5), 1);
        GroupRates four = report.group(4);
        assertThat(four.selectionRate()).isEqualTo(0.6);
        assertThat(four.recall()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(four.falseAlarmRate()).isEqualTo(0.5);
        assertThat(four.precision()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(four.baseRate()).isEqualTo(0.6);
        assertThat(four.meanProbability()).isCloseTo(0.54, within(1e-12));
        assertThat(report.group(9).selectionRate()).isEqualTo(0.2);
        assertThat(report.demographicParity().difference()).isCloseTo(0.4, within(1e-12));
        assertThat(report.demographicParity().ratio()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(report.gap(Gap.Rate.RECALL).difference()).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(report.gap(Gap.Rate.PRECISION).difference()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(report.equalizedOdds()).isCloseTo(0.5, within(1e-12));
        assertThat(report.passesFourFifths()).isFalse();
    }

    @Test
    void small_groups_are_warned_of() {
        FairnessReport report = FairnessAudit.defaults().of(TEN, GroupThresholds.same(0.5), 1);
        assertThat(report.warnings()).hasSize(2).first().asString().contains("group 4 has 5 rows, fewer than 30");
        FairnessReport few = new FairnessAudit(5, 100, 0.9).of(TEN, GroupThresholds.same(0.5), 1);
        assertThat(few.warnings()).isEmpty();
        boolean[] rare = new boolean[100];
        rare[0] = true;
        FairnessReport lone = FairnessAudit.defaults()
                .of(JudgedRows.of(new int[100], rare, new double[100]), GroupThresholds.same(0.5), 1);
        assertThat(lone.warnings()).singleElement().asString().contains("1 positive and 99 negative");
        assertThat(lone.demographicParity().difference()).isNaN();
        assertThat(lone.demographicParity().differenceInterval().low()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_interval_of_a_difference_is_as_wide_as_the_normal_law_says(long seed) {
        JudgedRows rows = drawn(2000, 0.6, seed);
        Gap gap = FairnessAudit.defaults()
                .of(rows, GroupThresholds.same(0.3), seed)
                .demographicParity();
        // selected: 0.7 and 0.5 of 1000 each
        double sigma = Math.sqrt((0.7 * 0.3 + 0.5 * 0.5) / 1000);
        assertThat(gap.difference()).isCloseTo(0.2, within(4 * sigma));
        double width =
                gap.differenceInterval().high() - gap.differenceInterval().low();
        assertThat(width).isBetween(2 * 1.96 * sigma * 0.9, 2 * 1.96 * sigma * 1.1);
        assertThat(gap.differenceInterval().low()).isLessThan(gap.difference());
        assertThat(gap.ratioInterval().high()).isGreaterThan(gap.ratio()).isLessThan(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void thresholds_of_their_own_close_the_gap_and_say_what_it_costs(long seed) {
        JudgedRows rows = drawn(2000, 0.6, seed);
        GroupThresholds same = GroupThresholds.same(0.5);
        ThresholdEffect equalSelection = ThresholdEffect.of(
                rows, same, GroupThresholds.ofSelectionRate(rows, 0.4), FairnessAudit.defaults(), seed);
        assertThat(equalSelection.before().passesFourFifths()).isFalse();
        assertThat(equalSelection.after().demographicParity().difference()).isLessThan(0.002);
        assertThat(equalSelection.after().passesFourFifths()).isTrue();
        assertThat(equalSelection.accuracyAfter()).isLessThan(equalSelection.accuracyBefore());
        int before = (int) Math.round(1000
                * (equalSelection.before().group(0).selectionRate()
                        + equalSelection.before().group(1).selectionRate()));
        assertThat(before + equalSelection.newlySelected() - equalSelection.newlyPassedOver())
                .isEqualTo(800);
        ThresholdEffect equalRecall =
                ThresholdEffect.of(rows, same, GroupThresholds.ofRecall(rows, 0.7), FairnessAudit.defaults(), seed);
        assertThat(equalRecall.after().gap(Gap.Rate.RECALL).difference()).isLessThan(0.005);
    }

    @Test
    void calibrated_groups_have_small_calibration_errors() {
        FairnessReport report = FairnessAudit.defaults().of(drawn(20_000, 0.6, 1), GroupThresholds.same(0.5), 1);
        assertThat(report.groups())
                .allSatisfy(g -> assertThat(g.calibrationError()).isLessThan(0.03));
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> JudgedRows.of(new int[1], new boolean[2], new double[1]))
                .hasMessageContaining("2 labels");
        assertThatThrownBy(() -> JudgedRows.of(new int[1], new boolean[1], new double[] {1.5}))
                .hasMessageContaining("row 0 is 1.5");
        assertThatThrownBy(() -> new FairnessAudit(1, 10, 0.9)).hasMessageContaining("10 draws");
        assertThatThrownBy(() -> GroupThresholds.ofSelectionRate(TEN, 0)).hasMessageContaining("share of 0.0");
        JudgedRows none = JudgedRows.of(new int[2], new boolean[2], new double[2]);
        assertThatThrownBy(() -> GroupThresholds.ofRecall(none, 0.5)).hasMessageContaining("no positive row");
        FairnessReport report = FairnessAudit.defaults().of(TEN, GroupThresholds.same(0.5), 1);
        assertThatThrownBy(() -> report.group(5)).hasMessageContaining("[4, 9]");
        FairnessReport empty = new FairnessReport(report.groups(), Map.of(), report.warnings());
        assertThatThrownBy(empty::demographicParity).hasMessageContaining("no gap of SELECTION");
    }
}
