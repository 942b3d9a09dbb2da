package org.industrialmind.learning.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.foundations.statistics.ChiSquared;
import org.industrialmind.foundations.statistics.Normal;
import org.industrialmind.foundations.statistics.Quantiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CombinationTest {
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

    private static double[] combined(Combination combination, List<double[]> rows) {
        return rows.stream().mapToDouble(combination::of).toArray();
    }

    private static double power(Combination combination, List<double[]> normal, List<double[]> faulty) {
        double limit = Quantiles.quantile(combined(combination, normal), 0.999);
        return Arrays.stream(combined(combination, faulty))
                        .filter(s -> s > limit)
                        .count()
                / (double) faulty.size();
    }

    @Test
    void is_what_can_be_worked_out_by_hand() {
        double[] three = {1, 4, 2};
        assertThat(new Combination.BestTwo().of(three)).isEqualTo(3);
        assertThat(new Combination.BestTwo().of(new double[] {2.5})).isEqualTo(2.5);
        assertThat(new Combination.MeanRank().of(three))
                .isEqualTo(-Math.log10((0.1 + 0.0001 + 0.01) / 3), within(1e-12));
        assertThat(new Combination.HarmonicMean().of(three))
                .isEqualTo(-Math.log10(3 / (10 + 10_000 + 100.0)), within(1e-12));
        double sum = 2 * Math.log(10) * 7;
        assertThat(new Combination.Fisher(1, 6).of(three))
                .isEqualTo(-Math.log10(new ChiSquared(6).tail(sum)), within(1e-12));
        assertThat(new Combination.HarmonicMean().of(new double[] {400, 0}))
                .isEqualTo(400 - Math.log10(2), within(1e-9));
        assertThat(new Combination.Fisher(1, 4).of(new double[] {400, 400})).isFinite();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void of_two_best_is_never_far_from_the_best_and_best_where_two_see(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> normal = windows(20_000, 0, 0, random);
        List<double[]> two = windows(4000, 2, 3.5, random);
        List<double[]> all = windows(4000, DETECTORS, 3, random);
        Combination best = new Combination.BestTwo();
        Combination fisher = Combination.Fisher.fit(normal);
        Combination rank = new Combination.MeanRank();
        assertThat(power(best, normal, two))
                .isGreaterThan(power(fisher, normal, two) + 0.1)
                .isGreaterThan(power(rank, normal, two) + 0.3);
        assertThat(power(best, normal, all)).isGreaterThan(power(fisher, normal, all) - 0.15);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void by_brown_keeps_its_word_where_fisher_alone_breaks_it(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Combination brown = Combination.Fisher.fit(windows(5000, 0, 0, random));
        Combination naive = new Combination.Fisher(1, 2 * DETECTORS);
        List<double[]> fresh = windows(20_000, 0, 0, random);
        long kept = Arrays.stream(combined(brown, fresh)).filter(s -> s >= 2).count();
        long broken = Arrays.stream(combined(naive, fresh)).filter(s -> s >= 2).count();
        // matching two moments is not matching the tail: of an exact test 200 would pass
        assertThat(kept).isBetween(100L, 320L);
        assertThat(broken).isGreaterThan(500);
    }

    @Test
    void has_names_that_users_give() {
        for (CombinationMethod method : CombinationMethod.values()) {
            assertThat(CombinationMethod.parse(method.code())).isEqualTo(method);
        }
        assertThatThrownBy(() -> CombinationMethod.parse("sum")).hasMessageContaining("best-two, mean-rank");
        assertThatThrownBy(() -> new Combination.Fisher(0.5, 2)).hasMessageContaining("factor 0.5");
    }
}
