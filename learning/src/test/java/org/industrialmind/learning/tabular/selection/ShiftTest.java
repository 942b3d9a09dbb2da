package org.industrialmind.learning.tabular.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.linear.LogisticRegression;
import org.industrialmind.foundations.supervised.Classifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftTest {
    private static final int SIZE = 400;
    private static final Split HALVES = Split.of(
            IntStream.range(0, 200).toArray(), IntStream.range(200, SIZE).toArray());
    private static final AdversarialValidation JUDGE = new AdversarialValidation(LogisticRegression.defaults(), 5);

    /** Three columns of noise, the second raised by so much in the second half. */
    private static Matrix rows(double raised, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[SIZE][3];
        for (int r = 0; r < SIZE; r++) {
            for (int c = 0; c < 3; c++) {
                rows[r][c] = random.nextGaussian() + (c == 1 && r >= 200 ? raised : 0);
            }
        }
        return Matrix.ofRows(rows);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rows_of_one_law_cannot_be_told_apart(long seed) {
        Shift shift = JUDGE.measure(rows(0, seed), HALVES, seed);
        assertThat(shift.area()).isBetween(0.38, 0.62); // four standard errors of 0.03
        assertThat(shift.isSeen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_shifted_column_is_found_and_named(long seed) {
        Shift shift = JUDGE.measure(rows(1.5, seed), HALVES, seed);
        assertThat(shift.area()).isBetween(0.80, 0.92); // two normals 1.5 sigma apart: 0.856
        assertThat(shift.isSeen()).isTrue();
        assertThat(shift.columns().getFirst().column()).isEqualTo(1);
        assertThat(shift.columns().getFirst().area()).isGreaterThan(0.8);
    }

    @Test
    void the_standard_error_is_that_of_hanley_and_mcneil() {
        // area 0.8, 50 against 50: Q1 = 0.8/1.2, Q2 = 1.28/1.8
        double expected = Math.sqrt((0.16 + 49 * (0.8 / 1.2 - 0.64) + 49 * (1.28 / 1.8 - 0.64)) / 2500);
        assertThat(AdversarialValidation.standardError(0.8, 50, 50)).isCloseTo(expected, within(1e-15));
    }

    @Test
    void a_missing_value_counts_as_the_smallest() {
        double[] values = rows(0, 1).toArray();
        for (int r = 0; r < 200; r++) {
            values[3 * r] = Double.NaN;
        }
        AdversarialValidation blind = new AdversarialValidation((rows, seed) -> new Blind(), 2);
        Shift shift = blind.measure(Matrix.of(SIZE, 3, values), HALVES, 1);
        assertThat(shift.columns().getFirst()).isEqualTo(new Shift.ColumnShift(0, 1));
    }

    /** Knows nothing, and minds no missing value. */
    private static final class Blind implements Classifier {
        @Override
        public int columns() {
            return 3;
        }

        @Override
        public int classes() {
            return 2;
        }

        @Override
        public double[] probabilities(double[] row) {
            return new double[] {0.5, 0.5};
        }
    }

    @Test
    void a_choice_that_learned_yesterday_is_unmasked_by_tomorrow() {
        // the target falls along time; remembering neighbours is best on shuffled folds, the trend on later ones
        double[] targets = IntStream.range(0, 60).mapToDouble(t -> -t).toArray();
        RowKeys rows =
                RowKeys.of(60).withTimes(IntStream.range(0, 60).asLongStream().toArray());
        TunableMethod method = candidate -> (train, test, seed) -> {
            double[] predicted = IntStream.of(test)
                    .mapToDouble(
                            row -> candidate.choice("by").equals("trend") ? -row + 3 : nearest(train, row, targets))
                    .toArray();
            return Matrix.of(predicted.length, 1, predicted);
        };
        Metric error = Metrics.meanAbsolute(targets);
        Search search = Search.of(
                Space.of(Parameter.choice("by", "trend", "nearest")),
                Sampler.listed(
                        Space.of(Parameter.choice("by", "trend", "nearest")).grid(1)),
                2);
        SearchLog log = new Tuning(search, new KFold(5)).choose(method, rows, error, 1);
        ShiftSurvival survival = ShiftSurvival.of(log, 5, method, rows, TimeFolds.expanding(3, 0), error, 1);
        assertThat(survival.chosen().candidate().choice("by")).isEqualTo("nearest");
        assertThat(survival.chosen().shifted()).isCloseTo(8, within(1e-12)); // mean of 1 to 15
        assertThat(survival.regret()).isCloseTo(5, within(1e-12));
        assertThat(survival.gap()).isGreaterThan(6);
        assertThat(survival.rankAgreement()).isCloseTo(-1, within(1e-12));
        assertThatThrownBy(() -> new ShiftSurvival(Goal.LOWEST, List.of())).hasMessageContaining("no candidate");
    }

    private static double nearest(int[] train, int row, double[] targets) {
        int best = train[0];
        for (int t : train) {
            best = Math.abs(t - row) < Math.abs(best - row) ? t : best;
        }
        return targets[best];
    }

    @Test
    void metrics_by_name_say_what_they_say_in_foundations() {
        int[] labels = {0, 1, 1, 0};
        Matrix said = Matrix.of(4, 2, new double[] {0.9, 0.1, 0.2, 0.8, 0.6, 0.4, 0.7, 0.3});
        int[] all = {0, 1, 2, 3};
        assertThat(Metrics.accuracy(labels).score().of(all, said)).isEqualTo(0.75);
        assertThat(Metrics.rocArea(labels).score().of(all, said)).isEqualTo(1);
        assertThat(Metrics.averagePrecision(labels).score().of(all, said)).isEqualTo(1);
        assertThat(Metrics.logLoss(labels).score().of(new int[] {1}, Matrix.of(1, 2, new double[] {0.2, 0.8})))
                .isCloseTo(-Math.log(0.8), within(1e-12));
        assertThat(Metrics.brier(labels).score().of(all, said)).isGreaterThan(0);
        assertThat(Metrics.matthews(labels).score().of(all, said)).isCloseTo(2 / Math.sqrt(12), within(1e-12));
        assertThat(Metrics.rootMeanSquared(new double[] {3}).score().of(new int[1], Matrix.of(1, 1, new double[] {1})))
                .isEqualTo(2);
    }
}
