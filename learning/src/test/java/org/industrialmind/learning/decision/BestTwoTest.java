package org.industrialmind.learning.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.industrialmind.foundations.statistics.ChiSquared;
import org.industrialmind.foundations.statistics.Normal;
import org.industrialmind.foundations.statistics.Quantiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BestTwoTest {
    private static final int DETECTORS = 5;

    /** Surprises of detectors that share half their variance, of which the first so many see a shift. */
    private static List<double[]> windows(int count, int seeing, double shift, SplittableRandom random) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double shared = random.nextGaussian();
            double[] row = new double[DETECTORS];
            for (int d = 0; d < DETECTORS; d++) {
                double z = Math.sqrt(0.5) * (shared + random.nextGaussian()) + (d < seeing ? shift : 0);
                row[d] = -Math.log10(Normal.tail(z));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The surprise of the mean of the tail probabilities, that is of the mean rank among normal windows. */
    private static double meanRank(double[] surprises) {
        return -Math.log10(Arrays.stream(surprises)
                .map(surprise -> Math.pow(10, -surprise))
                .average()
                .orElseThrow());
    }

    /**
     * Fisher's sum of the logarithms, which Brown scales for detectors that hang together: chi-squared with the mean of the sum
     * and the variance that correlation gives it.
     *
     * @see "Brown 1975, A method for combining non-independent, one-sided tests of significance, Biometrics 31(4)"
     */
    private record Fisher(double factor, double degrees) {
        static Fisher fit(List<double[]> normal) {
            double mean = 2 * DETECTORS;
            double variance = 4 * DETECTORS;
            double unit = 2 * Math.log(10); // from decades to -2 ln p
            for (int i = 0; i < DETECTORS; i++) {
                for (int j = 0; j < i; j++) {
                    variance += 2 * unit * unit * Math.max(0, covariance(normal, i, j));
                }
            }
            return new Fisher(variance / (2 * mean), 2 * mean * mean / variance);
        }

        private static double covariance(List<double[]> rows, int i, int j) {
            double one = rows.stream().mapToDouble(row -> row[i]).average().orElseThrow();
            double other = rows.stream().mapToDouble(row -> row[j]).average().orElseThrow();
            return rows.stream()
                            .mapToDouble(row -> (row[i] - one) * (row[j] - other))
                            .sum()
                    / (rows.size() - 1);
        }

        double of(double[] surprises) {
            double sum = 2 * Math.log(10) * Arrays.stream(surprises).sum();
            return -Math.log10(new ChiSquared(degrees).tail(sum / factor));
        }
    }

    private static double[] combined(ToDoubleFunction<double[]> combination, List<double[]> rows) {
        return rows.stream().mapToDouble(combination).toArray();
    }

    private static double power(ToDoubleFunction<double[]> combination, List<double[]> normal, List<double[]> faulty) {
        double limit = Quantiles.quantile(combined(combination, normal), 0.999);
        return Arrays.stream(combined(combination, faulty))
                        .filter(s -> s > limit)
                        .count()
                / (double) faulty.size();
    }

    @Test
    void is_the_mean_of_the_two_largest() {
        assertThat(BestTwo.of(new double[] {1, 4, 2})).isEqualTo(3);
        assertThat(BestTwo.of(new double[] {2.5})).isEqualTo(2.5);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void is_never_far_from_the_best_and_best_where_two_see(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> normal = windows(20_000, 0, 0, random);
        List<double[]> two = windows(4000, 2, 3.5, random);
        List<double[]> all = windows(4000, DETECTORS, 3, random);
        ToDoubleFunction<double[]> best = BestTwo::of;
        ToDoubleFunction<double[]> fisher = Fisher.fit(normal)::of;
        ToDoubleFunction<double[]> rank = BestTwoTest::meanRank;
        assertThat(power(best, normal, two))
                .isGreaterThan(power(fisher, normal, two) + 0.1)
                .isGreaterThan(power(rank, normal, two) + 0.3);
        assertThat(power(best, normal, all)).isGreaterThan(power(fisher, normal, all) - 0.15);
    }
}
