package org.industrialmind.foundations.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Distributions that are estimated from samples. */
class FitsTest {
    private static final Golden GOLDEN = Golden.read("distributions");

    private static double logLikelihood(Distribution d, double[] values) {
        return DoubleStream.of(values).map(d::logDensity).sum();
    }

    @Test
    void normal_and_exponential_are_closed_forms() {
        assertThat(Gaussian.fit(new double[] {1, 3, 5})).isEqualTo(new Gaussian(3, Math.sqrt(8.0 / 3)));
        assertThat(Exponential.fit(new double[] {0, 1, 5})).isEqualTo(new Exponential(0.5));
    }

    @Test
    void gamma_and_weibull_are_at_least_as_likely_as_those_of_another_program() {
        double[] waits = GOLDEN.vector("waits");
        double[] gamma = GOLDEN.vector("gamma_fit");
        Gamma fitted = Gamma.fit(waits);
        assertThat(fitted.shape()).isCloseTo(gamma[0], Percentage.withPercentage(0.001));
        assertThat(fitted.scale()).isCloseTo(gamma[1], Percentage.withPercentage(0.001));
        assertThat(logLikelihood(fitted, waits)).isGreaterThan(gamma[2] - 1e-10);
        double[] weibull = GOLDEN.vector("weibull_fit");
        Weibull life = Weibull.fit(waits);
        assertThat(life.shape()).isCloseTo(weibull[0], Percentage.withPercentage(0.01));
        assertThat(life.scale()).isCloseTo(weibull[1], Percentage.withPercentage(0.01));
        assertThat(logLikelihood(life, waits)).isGreaterThan(weibull[2] - 1e-10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heavy", "bounded"})
    void excesses_are_at_least_as_likely_as_those_of_another_program(String kind) {
        double[] excesses = GOLDEN.vector("excesses_" + kind);
        double[] golden = GOLDEN.vector("pareto_fit_" + kind);
        GeneralisedPareto fitted = GeneralisedPareto.fit(excesses);
        assertThat(logLikelihood(fitted, excesses)).isGreaterThan(golden[2] - 1e-9);
        assertThat(fitted.shape()).isCloseTo(golden[0], within(2e-4));
        assertThat(fitted.scale()).isCloseTo(golden[1], within(1e-3));
    }

    @ParameterizedTest(name = "shape {0}")
    @CsvSource({"0.5, 1", "0.1, 2", "0, 3", "-0.2, 4", "-0.45, 5"})
    void excesses_give_their_shape_back_at_any_scale(double shape, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GeneralisedPareto truth = new GeneralisedPareto(0, 1, shape);
        double[] excesses =
                DoubleStream.generate(() -> truth.sample(random)).limit(6000).toArray();
        GeneralisedPareto fitted = GeneralisedPareto.fit(excesses);
        assertThat(fitted.shape()).isCloseTo(shape, within(4 * (1 + shape) / Math.sqrt(6000)));
        double[] small = DoubleStream.of(excesses).map(x -> x * 1e-9).toArray();
        GeneralisedPareto scaled = GeneralisedPareto.fit(small);
        assertThat(scaled.shape()).isCloseTo(fitted.shape(), within(1e-5));
        assertThat(scaled.scale()).isCloseTo(fitted.scale() * 1e-9, Percentage.withPercentage(0.01));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void units_that_still_run_are_not_forgotten(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Weibull truth = new Weibull(2.5, 1000);
        int n = 4000;
        double[] times = new double[n];
        boolean[] failed = new boolean[n];
        for (int i = 0; i < n; i++) {
            double life = truth.sample(random);
            times[i] = Math.min(800, life); // 44 % run on at the end
            failed[i] = life < 800;
        }
        Weibull fitted = Weibull.fit(times, failed);
        assertThat(fitted.shape()).isCloseTo(2.5, within(0.2));
        assertThat(fitted.scale()).isCloseTo(1000, within(45.0));
        assertThat(Weibull.fit(times).scale()).isLessThan(820); // as if all had failed
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void the_censored_likelihood_has_its_summit_there(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] times = random.doubles(30, 1, 50).toArray();
        boolean[] failed = new boolean[30];
        for (int i = 0; i < 30; i++) {
            failed[i] = random.nextBoolean();
        }
        Weibull fitted = Weibull.fit(times, failed);
        double summit = censored(fitted, times, failed);
        for (double factor : new double[] {0.99, 1.01}) {
            assertThat(censored(new Weibull(fitted.shape() * factor, fitted.scale()), times, failed))
                    .isLessThan(summit);
            assertThat(censored(new Weibull(fitted.shape(), fitted.scale() * factor), times, failed))
                    .isLessThan(summit);
        }
    }

    private static double censored(Weibull d, double[] times, boolean[] failed) {
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            sum += failed[i] ? d.logDensity(times[i]) : Math.log(d.tail(times[i]));
        }
        return sum;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void return_levels_reach_beyond_the_sample(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StudentT truth = StudentT.of(5); // its tail has shape 1/5
        double[] values =
                DoubleStream.generate(() -> truth.sample(random)).limit(20_000).toArray();
        PeaksOverThreshold peaks = PeaksOverThreshold.fit(values, 0.03);
        assertThat(peaks.rate()).isCloseTo(0.03, within(1e-4));
        double level = peaks.returnLevel(100_000);
        assertThat(peaks.tail(level)).isCloseTo(1e-5, Percentage.withPercentage(1e-6));
        assertThat(level).isCloseTo(-truth.quantile(1e-5), Percentage.withPercentage(45));
        assertThat(peaks.tail(peaks.threshold())).isEqualTo(peaks.rate());
    }

    @Test
    void beliefs_after_data_are_conjugate() {
        assertThat(new Beta(1, 1).after(7, 3)).isEqualTo(new Beta(8, 4));
        Gamma rate = new Gamma(2, 0.5).after(10, 4); // shape 2, two units of time before
        assertThat(rate).isEqualTo(new Gamma(12, 1.0 / 6));
        assertThat(rate.events(3).mean()).isCloseTo(6, within(1e-12));
        assertThat(rate.events(3).variance()).isCloseTo(6 * (1 + 3 / 6.0), within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void belief_about_mean_and_variance_does_not_depend_on_the_order_of_data(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = DoubleStream.generate(() -> 4 + 2 * random.nextGaussian())
                .limit(400)
                .toArray();
        NormalInverseGamma prior = new NormalInverseGamma(0, 0.01, 0.5, 0.5);
        NormalInverseGamma once = prior.after(values);
        NormalInverseGamma twice = prior.after(Arrays.copyOf(values, 150)).after(Arrays.copyOfRange(values, 150, 400));
        assertThat(twice.mean()).isCloseTo(once.mean(), within(1e-12));
        assertThat(twice.scale()).isCloseTo(once.scale(), within(1e-9));
        assertThat(once.ofMean().cdf(4)).isBetween(1e-4, 1 - 1e-4);
        assertThat(1 / once.ofPrecision().mean()).isCloseTo(4, within(1.3));
        assertThat(once.ofNext().variance()).isCloseTo(4, within(1.3));
        assertThat(prior.after(new double[0])).isEqualTo(prior);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_mixture_is_taken_apart(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NormalMixture truth =
                new NormalMixture(new double[] {0.25, 0.75}, new Gaussian[] {new Gaussian(-5, 1), new Gaussian(3, 2)});
        double[] values =
                DoubleStream.generate(() -> truth.sample(random)).limit(4000).toArray();
        NormalMixture fitted = NormalMixture.fit(values, 2);
        assertThat(fitted.weights()[0]).isCloseTo(0.25, within(0.03));
        assertThat(fitted.components()[0].mean()).isCloseTo(-5, within(0.15));
        assertThat(fitted.components()[1].deviation()).isCloseTo(2, within(0.12));
        assertThat(logLikelihood(fitted, values)).isGreaterThan(logLikelihood(truth, values));
        assertThat(fitted.memberships(-6)[0]).isGreaterThan(0.99);
        assertThat(fitted.mean()).isCloseTo(Moments.of(values).mean(), within(1e-6));
        assertThat(fitted.variance())
                .isCloseTo(Moments.of(values).squares() / 4000, within(1e-3)); // moments are kept by the summit
    }

    @Test
    void a_component_does_not_shrink_onto_one_number() {
        double[] values = {0, 0, 0, 0, 0, 1, 2, 3, 4};
        NormalMixture fitted = NormalMixture.fit(values, 3);
        assertThat(fitted.components())
                .allSatisfy(c -> assertThat(c.deviation()).isGreaterThan(1e-4));
        assertThat(NormalMixture.fit(values, 1).components()[0].mean()).isCloseTo(10.0 / 9, within(1e-12));
    }

    @Test
    void smoothing_agrees_with_another_program() {
        KernelDensity smooth = KernelDensity.of(GOLDEN.vector("smooth"));
        double[] at = GOLDEN.vector("smooth_at");
        for (int i = 0; i < at.length; i++) {
            assertThat(smooth.density(at[i]))
                    .isCloseTo(GOLDEN.vector("smooth_density")[i], Percentage.withPercentage(1e-9));
            assertThat(smooth.cdf(at[i])).isCloseTo(GOLDEN.vector("smooth_cdf")[i], within(1e-12));
        }
        assertThat(KernelDensity.of(new double[] {1}, 2).density(1))
                .isCloseTo(new Gaussian(1, 2).density(1), within(1e-15));
        assertThat(smooth.logDensity(100)).isLessThan(-1000).isNotEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(KernelDensity.of(new double[] {0, 0, 0, 0, 9}).width()).isPositive(); // no quartile range
    }

    @Test
    void samples_that_say_nothing_are_refused() {
        double[] same = {2, 2, 2, 2, 2, 2};
        assertThatThrownBy(() -> Gaussian.fit(same)).hasMessageContaining("6 values that are all equal");
        assertThatThrownBy(() -> Gamma.fit(same)).hasMessageContaining("6 values that are all equal");
        assertThatThrownBy(() -> KernelDensity.of(same)).hasMessageContaining("no width");
        assertThatThrownBy(() -> NormalMixture.fit(same, 2)).hasMessageContaining("all equal");
        assertThatThrownBy(() -> NormalMixture.fit(same, 4)).hasMessageContaining("of 6 values");
        assertThatThrownBy(() -> NormalMixture.fit(same, 0)).hasMessageContaining("of 0 components");
        assertThatThrownBy(() -> Weibull.fit(same)).hasMessageContaining("6 failures, 0 of them");
        assertThatThrownBy(() -> Weibull.fit(new double[] {1, 2}, new boolean[] {true, false}))
                .hasMessageContaining("1 failures");
        assertThatThrownBy(() -> Weibull.fit(new double[] {1, 2}, new boolean[1]))
                .hasMessageContaining("2 times and 1 outcomes");
        assertThatThrownBy(() -> Weibull.fit(new double[] {0, 2})).hasMessageContaining("position 0 is 0.0");
        assertThatThrownBy(() -> Exponential.fit(new double[2])).hasMessageContaining("all 2 values are 0");
        assertThatThrownBy(() -> Exponential.fit(new double[] {-1})).hasMessageContaining("position 0 is -1.0");
        assertThatThrownBy(() -> GeneralisedPareto.fit(new double[4])).hasMessageContaining("of 4 values");
        assertThatThrownBy(() -> PeaksOverThreshold.fit(same, 1)).hasMessageContaining("share 1.0");
        PeaksOverThreshold peaks = new PeaksOverThreshold(1, 0.1, new GeneralisedPareto(0, 1, 0));
        assertThatThrownBy(() -> peaks.tail(0)).hasMessageContaining("begins at 1.0");
        assertThatThrownBy(() -> peaks.returnLevel(5)).hasMessageContaining("one of 5.0");
        assertThatThrownBy(() -> new Beta(1, 1).after(-1, 0)).hasMessageContaining("-1 hits");
        assertThatThrownBy(() -> new Gamma(1, 1).after(-1, 0)).hasMessageContaining("-1 events");
    }
}
