package org.industrialmind.learning.tabular.publicdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.supervised.ClassShares;
import org.industrialmind.learning.tabular.pipeline.ClassifierPipeline;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    /** Two values, of which the greater tells the class with certainty. */
    private record Greater() implements PublicTable {
        @Override
        public String name() {
            return "greater";
        }

        @Override
        public String target() {
            return "which";
        }

        @Override
        public String positive() {
            return "first";
        }

        @Override
        public Table read(Path file) {
            return draw(Integer.parseInt(file.toString()));
        }

        @Override
        public List<Method> methods() {
            return List.of(
                    Method.of("linear", ClassifierPipeline.of(target(), LogisticRegression.defaults())),
                    Method.of("shares", ClassifierPipeline.of(target(), new ClassShares())));
        }
    }

    private static Table draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] a = random.doubles(300).toArray();
        double[] b = random.doubles(300).toArray();
        String[] which = new String[300];
        for (int r = 0; r < 300; r++) {
            which[r] = a[r] > b[r] ? "first" : "second";
        }
        return Table.of(NumericColumn.of("a", a), NumericColumn.of("b", b), CategoricalColumn.of("which", which));
    }

    @Test
    void what_can_be_learned_is_told_from_what_knows_nothing_on_a_test_part() {
        List<String> said = new ArrayList<>();
        List<Scored> scored = new Comparison(new Greater(), List.of(1L, 2L), said::add).onTest(draw(1), draw(2));
        assertThat(scored).extracting(each -> each.method().name()).containsExactly("linear", "shares");
        assertThat(scored.getFirst().values("auc")).hasSize(2);
        assertThat(scored.getFirst().values("auc")[0]).isGreaterThan(0.99);
        assertThat(scored.getLast().values("auc")).containsExactly(0.5, 0.5);
        assertThat(said).hasSize(4);
    }

    @Test
    void cross_validation_scores_every_fold_of_every_seed() {
        List<Scored> scored = new Comparison(new Greater(), List.of(1L, 2L, 3L), said -> {}).crossValidated(draw(1), 5);
        assertThat(scored.getFirst().values("accuracy")).hasSize(3);
        assertThat(scored.getFirst().values("accuracy")[2]).isGreaterThan(0.95);
        double majority = Math.max(share(draw(1)), 1 - share(draw(1)));
        assertThat(scored.getLast().values("accuracy")[0]).isCloseTo(majority, within(1e-9));
    }

    private static double share(Table table) {
        int count = 0;
        for (boolean first : new Greater().positives(table)) {
            count += first ? 1 : 0;
        }
        return count / 300.0;
    }
}
