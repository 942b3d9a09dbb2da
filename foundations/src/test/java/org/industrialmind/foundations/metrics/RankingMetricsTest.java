package org.industrialmind.foundations.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    private static final boolean[] RELEVANT = {false, true, false, true};
    private static final double[] IN_ORDER = {4, 3, 2, 1};
    private static final double[] TIED = {2, 1, 1, 1};

    @Test
    void gains_agree_with_another_program() {
        Golden golden = Golden.read("rankings");
        double[] relevance = golden.vector("relevance");
        double[] score = golden.vector("score");
        double[] actual = {
            RankingMetrics.discountedGain(relevance, score, 1),
            RankingMetrics.discountedGain(relevance, score, 5),
            RankingMetrics.discountedGain(relevance, score, 10),
            RankingMetrics.discountedGain(relevance, score, 30)
        };
        assertThat(actual).containsExactly(golden.vector("gains"), within(1e-14));
    }

    @Test
    void are_those_by_hand() {
        assertThat(RankingMetrics.precisionAt(RELEVANT, IN_ORDER, 2)).isEqualTo(0.5);
        assertThat(RankingMetrics.precisionAt(RELEVANT, IN_ORDER, 8)).isEqualTo(0.25);
        assertThat(RankingMetrics.recallAt(RELEVANT, IN_ORDER, 3)).isEqualTo(0.5);
        assertThat(RankingMetrics.reciprocalRank(RELEVANT, IN_ORDER)).isEqualTo(0.5);
        assertThat(RankingMetrics.averagePrecision(RELEVANT, IN_ORDER)).isEqualTo(0.5); // (1/2 + 2/4) / 2
        assertThat(RankingMetrics.discountedGain(new double[] {0, 3, 0, 2}, IN_ORDER, 4))
                .isCloseTo((3 / Math.log(3) + 2 / Math.log(5)) / (3 / Math.log(2) + 2 / Math.log(3)), within(1e-15));
    }

    @Test
    void ties_are_worth_the_mean_over_their_orders() {
        // the three tied answers, two of them relevant, take places 2 to 4 in any order
        assertThat(RankingMetrics.precisionAt(RELEVANT, TIED, 2)).isCloseTo(2.0 / 3 / 2, within(1e-15));
        assertThat(RankingMetrics.reciprocalRank(RELEVANT, TIED)).isCloseTo(2.0 / 3 / 2 + 1.0 / 3 / 3, within(1e-15));
    }

    @Test
    void a_list_without_relevant_answers_is_worth_nothing() {
        boolean[] none = new boolean[4];
        assertThat(RankingMetrics.recallAt(none, IN_ORDER, 2)).isZero();
        assertThat(RankingMetrics.reciprocalRank(none, IN_ORDER)).isZero();
        assertThat(RankingMetrics.averagePrecision(none, IN_ORDER)).isZero();
        assertThat(RankingMetrics.discountedGain(new double[4], IN_ORDER, 4)).isZero();
    }

    @Test
    void refuse_what_cannot_be_ranked() {
        assertThatThrownBy(() -> RankingMetrics.precisionAt(RELEVANT, IN_ORDER, 0))
                .hasMessageContaining("first 0 places");
        assertThatThrownBy(() -> RankingMetrics.recallAt(RELEVANT, new double[2], 1))
                .hasMessageContaining("2 scores and 4 answers");
        assertThatThrownBy(() -> RankingMetrics.discountedGain(new double[] {-1}, new double[1], 1))
                .hasMessageContaining("answer 0 is -1");
    }
}
