package org.industrialmind.foundations.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.ClassifierContract;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.junit.jupiter.api.Test;

class AdaBoostTest extends ClassifierContract {
    @Override
    protected ClassifierTrainer trainer() {
        return AdaBoost.defaults();
    }

    @Test
    void a_tree_that_is_never_wrong_ends_the_learning() {
        LabelledRows rows = LabelledRows.of(Matrix.of(4, 1, new double[] {1, 2, 3, 4}), new int[] {0, 0, 1, 1}, 2);
        VotingClassifier model = AdaBoost.defaults().fit(rows, 1);
        assertThat(model.voters()).hasSize(1);
        assertThat(model.votes(new double[] {3.5})).containsExactly(0, 1);
    }

    @Test
    void the_first_voice_is_the_log_odds_of_being_right() {
        LabelledRows rows = LabelledRows.of(Matrix.of(4, 1, new double[] {1, 2, 3, 4}), new int[] {0, 1, 0, 0}, 2);
        VotingClassifier model = AdaBoost.defaults().withRounds(1).fit(rows, 1);
        assertThat(model.voters().getFirst().voice()).isCloseTo(Math.log(3), within(1e-12)); // one of four is wrong
    }

    @Test
    void columns_that_tell_nothing_are_refused() {
        LabelledRows rows = LabelledRows.of(Matrix.of(4, 1, new double[4]), new int[] {0, 1, 0, 1}, 2);
        assertThatThrownBy(() -> AdaBoost.defaults().fit(rows, 1)).hasMessageContaining("2 classes");
        assertThatThrownBy(() -> AdaBoost.defaults().withLearningRate(0)).hasMessageContaining("learningRate is 0");
    }
}
