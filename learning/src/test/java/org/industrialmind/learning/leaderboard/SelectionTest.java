package org.industrialmind.learning.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.novelty.LaggedDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
    private static final Watch SEEING = new Watch(List.of(new LaggedRowMethod(LaggedDistance.of(0))), 0.2, 3);
    private static final Watch BLIND = new Watch(List.of(new FirstChannelOnly()), 0.2, 3);

    private final List<LabelledSeries> practice =
            LongStream.range(0, 4).mapToObj(MadeUpSeries::sound).toList();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void takes_the_watch_that_sees_faults_in_any_channel_and_keeps_the_budget(long seed) {
        Selection.Trial best = new Selection(0.05)
                .best(List.of(BLIND, SEEING), practice, List.of(seed))
                .getFirst();
        assertThat(best.watch().methods()).isEqualTo(SEEING.methods());
        assertThat(best.alarmTime()).isLessThanOrEqualTo(0.05);
        assertThat(best.watch().deviations())
                .isGreaterThanOrEqualTo(1.64); // what a normal distribution leaves a twentieth above
        assertThat(best.found()).isBetween(0.3, 1.0);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void made_up_faults_are_where_their_labels_say_and_nowhere_else(long seed) {
        LabelledSeries sound = practice.getFirst();
        for (int kind = 0; kind < RowFaults.kinds(); kind++) {
            LabelledSeries faulty = RowFaults.into(sound, kind, seed % 2 == 0, seed);
            boolean[] abnormal = faulty.abnormal();
            boolean changed = false;
            for (int row = 0; row < abnormal.length; row++) {
                boolean same = java.util.Arrays.equals(
                        faulty.test().row(row), sound.test().row(row));
                changed |= !same;
                assertThat(same || abnormal[row]).isTrue();
            }
            assertThat(changed).isTrue();
            assertThat(RowFaults.into(sound, kind, seed % 2 == 0, seed).test()).isEqualTo(faulty.test());
        }
    }

    @Test
    void a_budget_of_everything_is_refused() {
        assertThatThrownBy(() -> new Selection(1)).hasMessageContaining("expected one in (0, 0.5)");
    }

    private record FirstChannelOnly() implements RowMethod {
        @Override
        public String name() {
            return "first channel";
        }

        @Override
        public int history() {
            return 0;
        }

        @Override
        public RowScorer fit(List<Matrix> normal, long seed) {
            RowScorer one = new LaggedRowMethod(LaggedDistance.of(0))
                    .fit(normal.stream().map(FirstChannelOnly::first).toList(), seed);
            return rows -> one.scores(first(rows));
        }

        private static Matrix first(Matrix rows) {
            return Matrix.of(rows.rows(), 1, rows.column(0));
        }
    }
}
