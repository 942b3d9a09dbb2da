package org.industrialmind.foundations.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountDistributionsTest {
    private static final Golden GOLDEN = Golden.read("distributions");
    private static final Map<String, CountDistribution> ALL = all();

    private static Map<String, CountDistribution> all() {
        Map<String, CountDistribution> all = new LinkedHashMap<>();
        all.put("binomial", new Binomial(40, 0.3));
        all.put("binomial_large", new Binomial(1_000_000_000, 1e-3));
        all.put("poisson", new Poisson(6.5));
        all.put("poisson_large", new Poisson(1e8));
        all.put("geometric", new Geometric(0.15));
        all.put("negative_binomial", new NegativeBinomial(3.4, 0.2));
        return all;
    }

    static Stream<String> names() {
        return ALL.keySet().stream();
    }

    static Stream<CountDistribution> distributions() {
        return Stream.concat(ALL.values().stream(), Stream.of(new Bernoulli(0.3), new Poisson(80)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void agree_with_another_program(String name) {
        CountDistribution d = Objects.requireNonNull(ALL.get(name));
        Matrix golden = GOLDEN.matrix(name);
        double[] shares = GOLDEN.vector("shares");
        for (int i = 0; i < golden.columns(); i++) {
            long k = (long) golden.get(0, i);
            String where = name + " at " + k;
            double log = golden.get(1, i);
            // the other program subtracts logarithms of gamma functions, which costs it digits at large counts
            double lost = name.endsWith("large") ? 1e-5 : 1e-11;
            assertThat(d.logProbability(k)).as(where).isCloseTo(log, within(lost * Math.max(1, Math.abs(log))));
            assertThat(d.cdf(k)).as(where).isCloseTo(golden.get(2, i), Percentage.withPercentage(1e-6));
            assertThat(d.tail(k)).as(where).isCloseTo(golden.get(3, i), Percentage.withPercentage(1e-6));
            assertThat(d.quantile(shares[i]))
                    .as("quantile " + shares[i])
                    .isCloseTo((long) golden.get(4, i), within(name.endsWith("large") ? 1L : 0L));
        }
        double[] moments = GOLDEN.vector(name + "_moments");
        assertThat(d.mean()).isCloseTo(moments[0], Percentage.withPercentage(1e-9));
        assertThat(d.variance()).isCloseTo(moments[1], Percentage.withPercentage(1e-9));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void probabilities_add_up_to_the_shares(CountDistribution d) {
        long from = Math.max(0, (long) (d.mean() - 3));
        double sum = d.cdf(from - 1);
        for (long k = from; k < from + 8; k++) {
            sum += d.probability(k);
            assertThat(d.cdf(k)).isCloseTo(sum, within(1e-9));
            assertThat(d.cdf(k) + d.tail(k)).isCloseTo(1, within(1e-13));
        }
        assertThat(d.probability(-1)).isZero();
        assertThat(d.cdf(-1)).isZero();
        assertThat(d.tail(-1)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void draws_lie_as_the_distribution_says(CountDistribution d) {
        SplittableRandom random = new SplittableRandom(11);
        int n = 4000;
        long[] draws = new long[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            draws[i] = d.sample(random);
            mean += (double) draws[i] / n;
        }
        assertThat(mean).isCloseTo(d.mean(), within(4.5 * Math.sqrt(d.variance() / n)));
        for (double share : new double[] {0.1, 0.3, 0.5, 0.7, 0.9}) {
            long at = d.quantile(share);
            double p = d.cdf(at);
            double below = 0;
            for (long draw : draws) {
                below += draw <= at ? 1.0 / n : 0;
            }
            assertThat(below).isCloseTo(p, within(4.5 * Math.sqrt(p * (1 - p) / n) + 1e-12));
        }
    }

    @Test
    void far_tails_are_the_sum_of_what_lies_there() {
        Poisson poisson = new Poisson(1e8);
        double sum = 0;
        for (long k = 100_060_001; k < 100_100_000; k++) { // from six to ten deviations
            sum += poisson.probability(k);
        }
        assertThat(poisson.tail(100_060_000)).isCloseTo(sum, Percentage.withPercentage(1e-7));
    }

    @Test
    void certain_counts_are_certain() {
        SplittableRandom random = new SplittableRandom(1);
        assertThat(new Binomial(5, 0).probability(0)).isEqualTo(1);
        assertThat(new Binomial(5, 1).probability(5)).isEqualTo(1);
        assertThat(new Binomial(0, 0.5).probability(0)).isEqualTo(1);
        assertThat(new Binomial(100, 1).sample(random)).isEqualTo(100);
        assertThat(new Binomial(100, 0).sample(random)).isZero();
        assertThat(new Binomial(5, 0.2).probability(6)).isZero();
        assertThat(new Geometric(1).sample(random)).isZero();
        assertThat(new Geometric(1).cdf(0)).isEqualTo(1);
        assertThat(new NegativeBinomial(2, 1).sample(random)).isZero();
        assertThat(new Bernoulli(1).tail(0)).isEqualTo(1);
        assertThat(new Bernoulli(0.3).tail(1)).isZero();
    }

    @Test
    void one_success_to_wait_for_is_geometric() {
        for (long k = 0; k < 30; k++) {
            assertThat(new NegativeBinomial(1, 0.2).probability(k))
                    .isCloseTo(new Geometric(0.2).probability(k), Percentage.withPercentage(1e-11));
        }
    }

    @Test
    void impossible_parameters_are_refused() {
        assertThatThrownBy(() -> new Bernoulli(1.1)).hasMessageContaining("probability 1.1");
        assertThatThrownBy(() -> new Binomial(-1, 0.5)).hasMessageContaining("-1 trials");
        assertThatThrownBy(() -> new Poisson(0)).hasMessageContaining("mean 0.0");
        assertThatThrownBy(() -> new Geometric(0)).hasMessageContaining("probability 0.0");
        assertThatThrownBy(() -> new NegativeBinomial(1, 2)).hasMessageContaining("probability 2.0");
        assertThatThrownBy(() -> new Poisson(1).quantile(1)).hasMessageContaining("probability 1.0");
    }
}
