package org.industrialmind.learning.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.industrialmind.learning.novelty.LaggedDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbationTest {
    private static final double LIMIT = 3;

    @Test
    void counts_from_where_the_run_starts_and_keeps_what_comes_on_top() {
        double[] scores = new double[1000];
        Arrays.fill(scores, 8); // a habit that the normal rows never had
        Arrays.fill(scores, 600, 700, 20);
        double[] settled = Probation.settled(scores, LIMIT);
        assertThat(Arrays.copyOf(settled, 600)).containsOnly(0);
        assertThat(Arrays.copyOfRange(settled, 600, 700)).containsOnly(12);
    }

    @Test
    void a_run_that_wavers_from_its_first_row_on_alarms_no_more_than_a_hundredth_of_its_probation() {
        double[] scores = new double[1000];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = row % 10 == 0 ? 9 : 0; // seldom, so that the median is 0
        }
        double[] settled = Probation.settled(scores, LIMIT);
        assertThat(AlarmLimit.plain(LIMIT).alarmTime(settled)).isZero();
        assertThat(settled[990]).isCloseTo(LIMIT, within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void leaves_a_run_alone_that_begins_as_the_normal_rows_are_and_sees_nothing_ahead(long seed) {
        double[] quiet = new Random(seed).doubles(1000, -2, 0).toArray();
        assertThat(Probation.settled(quiet, LIMIT)).containsExactly(quiet);

        double[] scores = new Random(seed).doubles(1000, -2, 6).toArray();
        double[] other = scores.clone();
        Arrays.fill(other, 80, other.length, 50);
        assertThat(Arrays.copyOf(Probation.settled(other, LIMIT), 80))
                .containsExactly(Arrays.copyOf(Probation.settled(scores, LIMIT), 80));
    }

    /** The same rows as a run that goes on are one long alarm; as a run of their own they have nothing to tell. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void only_a_run_of_its_own_has_one(long seed) {
        LabelledSeries sound = MadeUpSeries.sound(seed);
        double[][] elsewhere = LabelledSeries.arrays(sound.test());
        for (double[] row : elsewhere) {
            row[0] += 8; // as if the first transmitter had been set anew between the runs
        }
        assertThat(alarmTime(sound, elsewhere, true, seed)).isGreaterThan(0.9);
        assertThat(alarmTime(sound, elsewhere, false, seed)).isLessThan(0.1); // by chance, in a probation of 45 rows
    }

    private static double alarmTime(LabelledSeries sound, double[][] test, boolean continues, long seed) {
        LabelledSeries series = new LabelledSeries(
                "elsewhere",
                "made up",
                LabelledSeries.arrays(sound.train()),
                test,
                new boolean[test.length],
                continues,
                Duration.ofSeconds(1));
        Watch watch = new Watch(List.of(new LaggedRowMethod(LaggedDistance.of(2))), 0.2, LIMIT);
        return SeriesResult.of(series, watch.judge(series, seed)).points().falseAlarmRate();
    }
}
