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
import org.junit.jupiter.params.provider.ValueSource;

class ContinuousDistributionsTest extends DistributionContract {
    private static final Golden GOLDEN = Golden.read("distributions");
    private static final Map<String, Distribution> ALL = all();

    private static Map<String, Distribution> all() {
        Map<String, Distribution> all = new LinkedHashMap<>();
        all.put("gaussian", new Gaussian(3, 2));
        all.put("lognormal", new LogNormal(1.5, 0.7));
        all.put("uniform", new Uniform(-1, 2));
        all.put("exponential", new Exponential(2.5));
        all.put("gamma", new Gamma(2.7, 1.3));
        all.put("gamma_steep", new Gamma(0.05, 4));
        all.put("gamma_large", new Gamma(1e5, 1));
        all.put("beta", new Beta(2.5, 0.7));
        all.put("student", new StudentT(4.5, 1, 2));
        all.put("student_many", StudentT.of(1e7));
        all.put("chi_squared", new ChiSquared(7));
        all.put("fisher_f", new FisherF(3, 8));
        all.put("weibull", new Weibull(1.8, 50));
        all.put("gumbel", new Gumbel(2, 3));
        all.put("pareto", new GeneralisedPareto(1, 2, 0.2));
        all.put("pareto_bounded", new GeneralisedPareto(0, 2, -0.3));
        all.put("extreme", new GeneralisedExtreme(1, 2, 0.2));
        all.put("extreme_bounded", new GeneralisedExtreme(1, 2, -0.3));
        return all;
    }

    static Stream<Distribution> distributions() {
        return Stream.concat(
                ALL.values().stream(),
                Stream.of(
                        new GeneralisedExtreme(0, 1, 1e-12),
                        new InverseGaussian(3, 5),
                        KernelDensity.of(new double[] {-1, 0.5, 0.7, 3}),
                        new NormalMixture(
                                new double[] {0.3, 0.7}, new Gaussian[] {new Gaussian(-2, 0.5), new Gaussian(1, 1)})));
    }

    static Stream<String> names() {
        return ALL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void agree_with_another_program(String name) {
        Distribution d = Objects.requireNonNull(ALL.get(name));
        Matrix golden = GOLDEN.matrix(name);
        double[] shares = GOLDEN.vector("shares");
        for (int i = 0; i < golden.columns(); i++) {
            double x = golden.get(0, i);
            String where = name + " at " + x;
            double log = golden.get(1, i);
            // the other program subtracts logarithms of gamma functions, which costs it digits at large parameters
            double lost = name.equals("student_many") ? 3e-9 : 1e-10;
            assertThat(d.logDensity(x)).as(where).isCloseTo(log, within(lost * Math.max(1, Math.abs(log))));
            assertThat(d.cdf(x)).as(where).isCloseTo(golden.get(2, i), Percentage.withPercentage(1e-7));
            assertThat(d.tail(x)).as(where).isCloseTo(golden.get(3, i), Percentage.withPercentage(1e-7));
            assertThat(d.quantile(shares[i]))
                    .as("quantile " + shares[i])
                    .isCloseTo(golden.get(4, i), Percentage.withPercentage(0.002)); // it stops searching there
        }
        double[] moments = GOLDEN.vector(name + "_moments");
        assertThat(d.mean()).isCloseTo(moments[0], Percentage.withPercentage(1e-9));
        assertThat(d.variance()).isCloseTo(moments[1], Percentage.withPercentage(1e-9));
    }

    @Test
    void tails_far_out_keep_their_digits() {
        assertThat(new Gaussian(0, 1).tail(30)).isCloseTo(4.906713927148187e-198, Percentage.withPercentage(1e-9));
        assertThat(StudentT.of(1).tail(1e12)).isCloseTo(1 / (Math.PI * 1e12), Percentage.withPercentage(1e-10));
        double many = -4.5 - 0.5 * Math.log(2 * Math.PI) + (81 - 18 - 1) / 4e7; // two terms in 1 / degrees
        assertThat(StudentT.of(1e7).logDensity(3)).isCloseTo(many, within(2e-12));
        assertThat(new Exponential(1).tail(700)).isEqualTo(Math.exp(-700));
        assertThat(new Gumbel(0, 1).tail(500)).isCloseTo(Math.exp(-500), Percentage.withPercentage(1e-10));
        assertThat(new GeneralisedPareto(0, 1, 0.5).tail(1e100)).isCloseTo(4e-200, Percentage.withPercentage(1e-10));
        assertThat(new Gaussian(0, 1).logDensity(1e10)).isCloseTo(-5e19, Percentage.withPercentage(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-6, 1e-10, -1e-4, -1e-8})
    void extremes_of_tiny_shape_are_gumbel(double shape) {
        GeneralisedExtreme extreme = new GeneralisedExtreme(0, 1, shape);
        Gumbel gumbel = new Gumbel(0, 1);
        assertThat(extreme.mean()).isCloseTo(gumbel.mean(), within(1.1 * Math.abs(shape)));
        assertThat(extreme.variance()).isCloseTo(gumbel.variance(), within(5 * Math.abs(shape) + 1e-7));
        assertThat(extreme.tail(3)).isCloseTo(gumbel.tail(3), within(Math.abs(shape)));
    }

    /** References by scipy.stats.invgauss 1.17.1, and by its limit: a narrow one is normal. */
    @Test
    void a_first_passage_agrees_with_another_program_and_never_overflows() {
        InverseGaussian passage = new InverseGaussian(3, 5);
        assertThat(passage.cdf(1)).isCloseTo(0.10823151084086084, within(1e-14));
        assertThat(passage.tail(20)).isCloseTo(0.0005314086540896963, Percentage.withPercentage(1e-8));
        assertThat(passage.logDensity(2)).isCloseTo(-1.2928292367164294, within(1e-13));
        InverseGaussian narrow = new InverseGaussian(1, 1e8); // exp(2 shape / mean) has 87 million digits
        assertThat(narrow.cdf(1 + 1e-4)).isCloseTo(Normal.cdf(1), within(1e-4));
        assertThat(narrow.quantile(0.9)).isCloseTo(1 + 1e-4 * Normal.quantile(0.9), within(1e-8));
    }

    @Test
    void the_ratio_of_mills_keeps_its_digits_where_tail_and_density_have_none() {
        assertThat(Normal.millsRatio(0)).isCloseTo(Math.sqrt(Math.PI / 2), within(1e-15));
        assertThat(Normal.millsRatio(Math.nextDown(4.0))).isCloseTo(Normal.millsRatio(4), within(1e-13));
        double z = 1e6;
        assertThat(Normal.millsRatio(z)).isCloseTo(1 / z - 1 / (z * z * z), Percentage.withPercentage(1e-10));
    }

    @Test
    void poles_and_ends_are_said() {
        assertThat(new Gamma(0.5, 1).density(0)).isInfinite();
        assertThat(new Gamma(1, 2).density(0)).isEqualTo(0.5);
        assertThat(new Gamma(2, 1).density(0)).isZero();
        assertThat(new Weibull(0.5, 1).density(0)).isInfinite();
        assertThat(new Weibull(1, 2).density(0)).isEqualTo(0.5);
        assertThat(new Beta(1, 3).density(0)).isCloseTo(3, within(1e-14));
        assertThat(new Beta(1, 3).density(1)).isZero();
        assertThat(new Beta(2, 0.5).density(1)).isInfinite();
        assertThat(new Beta(2, 2).density(1.1)).isZero();
        assertThat(new FisherF(2, 5).density(0)).isEqualTo(1);
        assertThat(new FisherF(1, 5).density(0)).isInfinite();
        assertThat(new FisherF(3, 5).density(-1)).isZero();
        assertThat(new Exponential(1).density(-1)).isZero();
        assertThat(new LogNormal(0, 1).density(0)).isZero();
        assertThat(new Uniform(0, 1).density(2)).isZero();
        assertThat(new GeneralisedPareto(0, 1, -0.5).density(2.5)).isZero();
        assertThat(new GeneralisedPareto(0, 1, 0.5).density(-1)).isZero();
        assertThat(new GeneralisedExtreme(0, 1, 0.5).density(-3)).isZero();
    }

    @Test
    void moments_that_are_not_there_are_said() {
        assertThat(StudentT.of(1).mean()).isNaN();
        assertThat(StudentT.of(1).variance()).isNaN();
        assertThat(StudentT.of(2).variance()).isInfinite();
        assertThat(new FisherF(3, 2).mean()).isInfinite();
        assertThat(new FisherF(3, 2).variance()).isNaN();
        assertThat(new FisherF(3, 4).variance()).isInfinite();
        assertThat(new GeneralisedPareto(0, 1, 1).mean()).isInfinite();
        assertThat(new GeneralisedPareto(0, 1, 1).variance()).isNaN();
        assertThat(new GeneralisedPareto(0, 1, 0.5).variance()).isInfinite();
        assertThat(new GeneralisedExtreme(0, 1, 1).mean()).isInfinite();
        assertThat(new GeneralisedExtreme(0, 1, 1).variance()).isNaN();
        assertThat(new GeneralisedExtreme(0, 1, 0.6).variance()).isInfinite();
    }

    @Test
    void several_normal_numbers_agree_with_another_program() {
        MultivariateNormal joint =
                MultivariateNormal.of(GOLDEN.vector("joint_mean"), GOLDEN.matrix("joint_covariance"));
        Matrix points = GOLDEN.matrix("joint_points");
        double[] expected = GOLDEN.vector("joint_log_density");
        for (int i = 0; i < expected.length; i++) {
            assertThat(joint.logDensity(points.row(i))).isCloseTo(expected[i], Percentage.withPercentage(1e-9));
        }
        assertThat(joint.density(points.row(0))).isCloseTo(Math.exp(expected[0]), Percentage.withPercentage(1e-8));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void several_normal_numbers_vary_together(long seed) {
        Matrix covariance = Matrix.ofRows(new double[] {4, 1.2}, new double[] {1.2, 1});
        MultivariateNormal joint = MultivariateNormal.of(new double[] {1, -1}, covariance);
        SplittableRandom random = new SplittableRandom(seed);
        int n = 20_000;
        double product = 0;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double[] x = joint.sample(random);
            product += (x[0] - 1) * (x[1] + 1) / n;
            distance += joint.squaredDistance(x) / n;
        }
        assertThat(product).isCloseTo(1.2, within(0.08)); // about five standard errors
        assertThat(distance).isCloseTo(joint.dimensions(), within(0.08));
    }

    @Test
    void impossible_parameters_are_refused() {
        assertThatThrownBy(() -> new Gaussian(0, 0)).hasMessageContaining("deviation 0.0");
        assertThatThrownBy(() -> new Gaussian(Double.NaN, 1)).hasMessageContaining("mean NaN");
        assertThatThrownBy(() -> new Uniform(1, 1)).hasMessageContaining("from 1.0 to 1.0");
        assertThatThrownBy(() -> new Weibull(-1, 1)).hasMessageContaining("shape -1.0");
        assertThatThrownBy(() ->
                        MultivariateNormal.of(new double[2], Matrix.ofRows(new double[] {1, 1}, new double[] {1, 1})))
                .hasMessageContaining("not positive definite: number 1");
        assertThatThrownBy(() -> MultivariateNormal.of(new double[1], Matrix.identity(2)))
                .hasMessageContaining("no covariance of 1");
        assertThatThrownBy(() ->
                        MultivariateNormal.of(new double[1], Matrix.identity(1)).logDensity(new double[2]))
                .hasMessageContaining("2 numbers for a distribution of 1");
        assertThatThrownBy(() -> new NormalMixture(new double[] {0.5}, new Gaussian[] {new Gaussian(0, 1)}))
                .hasMessageContaining("sum 1");
    }

    @Test
    void gamma_functions_are_known_at_halves_and_close_to_one() {
        assertThat(Digamma.of(1)).isCloseTo(-LogGamma.EULER, within(1e-15));
        assertThat(Digamma.of(0.5)).isCloseTo(-LogGamma.EULER - 2 * Math.log(2), within(1e-14));
        assertThat(Digamma.slope(1)).isCloseTo(Math.PI * Math.PI / 6, within(1e-14));
        assertThat(LogGamma.ofOneMinus(0.2)).isCloseTo(LogGamma.of(0.8), within(1e-14));
        assertThat(LogGamma.ofOneMinus(-0.2)).isCloseTo(LogGamma.of(1.2), within(1e-14));
        assertThat(LogGamma.ofOneMinus(1e-10)).isCloseTo(LogGamma.EULER * 1e-10, Percentage.withPercentage(1e-7));
        assertThat(LogGamma.stirlingError(10)).isCloseTo(LogGamma.stirlingError(10 - 1e-12), within(1e-13));
    }
}
