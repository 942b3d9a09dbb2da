package org.industrialmind.foundations.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.supervised.ClassifierTrainer;
import org.industrialmind.foundations.supervised.LabelledRows;
import org.junit.jupiter.api.Test;

class NaiveBayesTest {
    private static final Golden GOLDEN = Golden.read("bayes");

    private static void assertGolden(ClassifierTrainer trainer, String rows, String block) {
        Matrix x = GOLDEN.matrix(rows);
        Matrix found =
                trainer.fit(LabelledRows.of(x, GOLDEN.integers("labels"), 3), 0).probabilities(x);
        Matrix expected = GOLDEN.matrix(block);
        for (int r = 0; r < expected.rows(); r++) {
            assertThat(found.row(r)).as(block).containsExactly(expected.row(r), within(1e-9));
        }
    }

    @Test
    void agrees_with_another_program() {
        assertGolden(GaussianNaiveBayes.defaults(), "x", "gaussian");
        for (CountNaiveBayes.Kind kind : CountNaiveBayes.Kind.values()) {
            assertGolden(new CountNaiveBayes(kind, 0.7), "counts", kind.name().toLowerCase(Locale.ROOT));
        }
        assertGolden(new CategoricalNaiveBayes(0.7), "counts", "categorical");
    }

    @Test
    void one_coin_by_hand() {
        Matrix rows = Matrix.of(4, 1, new double[] {1, 0, 1, 1});
        LabelledRows train = LabelledRows.weighted(rows, new int[] {0, 0, 1, 1}, new double[] {1, 1, 1, 1}, 2);
        // heads: (1 + 1) / 4 of the first class, (2 + 1) / 4 of the second
        assertThat(new CountNaiveBayes(CountNaiveBayes.Kind.BERNOULLI, 1)
                        .fit(train, 0)
                        .probabilities(new double[] {1}))
                .containsExactly(new double[] {0.4, 0.6}, within(1e-12));
    }

    @Test
    void absent_classes_and_unseen_categories_have_an_outcome() {
        LabelledRows rows = LabelledRows.of(Matrix.of(4, 1, new double[] {0, 0, 1, 1}), new int[] {0, 0, 1, 1}, 3);
        for (CountNaiveBayes.Kind kind : CountNaiveBayes.Kind.values()) {
            assertThat(new CountNaiveBayes(kind, 1).fit(rows, 0).probabilities(new double[] {1})[2])
                    .isZero();
        }
        CategoricalNaiveBayes.Model model = CategoricalNaiveBayes.defaults().fit(rows, 0);
        assertThat(model.probabilities(new double[] {7})).containsExactly(new double[] {0.5, 0.5, 0}, within(1e-12));
        assertThat(model.predict(new double[] {1})).isEqualTo(1);
        assertThat(model.classes()).isEqualTo(3);
    }

    @Test
    void what_is_no_count_or_category_is_refused() {
        LabelledRows rows = LabelledRows.of(Matrix.of(2, 1, new double[] {1, -2}), new int[] {0, 1}, 2);
        assertThatThrownBy(() -> CountNaiveBayes.defaults().fit(rows, 0)).hasMessageContaining("row 1, column 0 is -2");
        assertThatThrownBy(() -> CategoricalNaiveBayes.defaults().fit(rows, 0)).hasMessageContaining("category");
        assertThatThrownBy(() -> new GaussianNaiveBayes(0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> new CategoricalNaiveBayes(0)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> new CountNaiveBayes(CountNaiveBayes.Kind.BERNOULLI, -1))
                .hasMessageContaining("-1.0");
        assertThatThrownBy(() -> GaussianNaiveBayes.defaults().fit(rows, 0).probabilities(new double[] {Double.NaN}))
                .hasMessageContaining("column 0");
    }
}
