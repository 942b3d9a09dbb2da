package org.industrialmind.learning.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.learning.anomaly.FeatureScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalComponentsTest {
    private static final int SIZE = 8;
    private static final int HIDDEN = 2;

    /** Returns rows of eight features that follow two hidden ones, with some noise. */
    private static List<double[]> rows(int count, SplittableRandom random) {
        List<double[]> rows = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            double first = random.nextGaussian();
            double second = random.nextGaussian();
            double[] row = new double[SIZE];
            for (int i = 0; i < SIZE; i++) {
                row[i] = Math.cos(i) * first + Math.sin(2 * i) * second + 0.3 * random.nextGaussian();
            }
            rows.add(row);
        }
        return rows;
    }

    @Test
    void find_as_many_directions_as_the_data_have() {
        PrincipalComponents found = PrincipalComponents.fit(rows(5000, new SplittableRandom(1)), 0.9, 5000);
        assertThat(found.kept()).isEqualTo(HIDDEN);
        assertThat(found.variances()[0]).isGreaterThan(found.variances()[1]);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void have_limits_that_one_normal_row_in_a_hundred_exceeds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PrincipalComponents found = PrincipalComponents.fit(rows(2000, random), 0.9, 2000);
        List<double[]> fresh = rows(40_000, random);
        double[] scratch = new double[found.kept()];
        double t2 = 0;
        double spe = 0;
        double together = 0;
        for (double[] row : fresh) {
            PrincipalComponents.Distance distance = found.distance(row, scratch);
            t2 += distance.t2() > found.t2Limit() ? 1.0 / fresh.size() : 0;
            spe += distance.spe() > found.speLimit() ? 1.0 / fresh.size() : 0;
            together += Math.sqrt(distance.combined()) > found.limit(0.99) ? 1.0 / fresh.size() : 0;
        }
        // four standard errors of the count are 0.002; the rest is what 2,000 rows leave unknown of the spectrum
        assertThat(t2).isCloseTo(0.01, within(0.004));
        assertThat(spe).isCloseTo(0.01, within(0.004));
        assertThat(together).isCloseTo(0.01, within(0.005));
    }

    @Test
    void have_a_wider_limit_the_fewer_rows_they_were_found_from() {
        assertThat(PrincipalComponents.t2Limit(0.99, 3, 10))
                .isGreaterThan(PrincipalComponents.t2Limit(0.99, 3, 100))
                .isGreaterThan(3);
        // k = 1, n large: the square of the two-sided normal limit, 2.5758^2
        assertThat(PrincipalComponents.t2Limit(0.99, 1, 1e6)).isCloseTo(6.6349, within(1e-3));
    }

    @Test
    void give_the_same_distances_as_the_quadratic_form_written_out() {
        SplittableRandom random = new SplittableRandom(9);
        PrincipalComponents found = PrincipalComponents.fit(rows(500, random), 0.9, 500);
        double[] x = rows(1, random).getFirst();
        double[] residual = new double[SIZE];
        double t2 = 0;
        for (int i = 0; i < SIZE; i++) {
            residual[i] = x[i] - found.mean()[i];
        }
        double[] centred = residual.clone();
        for (int k = 0; k < found.kept(); k++) {
            double t = 0;
            for (int i = 0; i < SIZE; i++) {
                t += found.loadings()[k * SIZE + i] * centred[i];
            }
            t2 += t * t / found.variances()[k];
            for (int i = 0; i < SIZE; i++) {
                residual[i] -= t * found.loadings()[k * SIZE + i];
            }
        }
        double spe = 0;
        for (double part : residual) {
            spe += part * part;
        }
        PrincipalComponents.Distance distance = found.distance(x, new double[found.kept()]);
        assertThat(distance.t2()).isCloseTo(t2, within(1e-9));
        assertThat(distance.spe()).isCloseTo(spe, within(1e-9));
        assertThat(distance.combined()).isCloseTo(t2 / found.t2Limit() + spe / found.speLimit(), within(1e-9));
    }

    @ParameterizedTest(name = "feature {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void blame_the_feature_that_was_changed_and_by_what_it_costs(int feature) {
        SplittableRandom random = new SplittableRandom(feature);
        PrincipalComponents found = PrincipalComponents.fit(rows(1000, random), 0.9, 1000);
        double[] x = rows(1, random).getFirst();
        x[feature] += 20;
        double[] scratch = new double[found.kept()];
        double before = found.distance(x, scratch).combined();
        double[] blame = found.contributions(x, scratch);
        for (int other = 0; other < SIZE; other++) {
            assertThat(blame[feature]).isGreaterThanOrEqualTo(blame[other]);
            assertThat(blame[other]).isLessThanOrEqualTo(before * (1 + 1e-9));
        }
        // the contribution is what the index falls by when the feature takes its best value: try all
        double least = before;
        for (double back = -40; back <= 40; back += 0.001) {
            double[] tried = x.clone();
            tried[feature] += back;
            least = Math.min(least, found.distance(tried, scratch).combined());
        }
        assertThat(before - least).isCloseTo(blame[feature], within(1e-4 * blame[feature]));
    }

    @Test
    void work_for_a_single_feature_and_for_rows_that_never_vary() {
        PrincipalComponents single = PrincipalComponents.fit(List.of(new double[] {1}, new double[] {3}), 0.9, 2);
        assertThat(single.distance(new double[] {9}, new double[1]).combined()).isPositive();
        List<double[]> still = List.of(new double[3], new double[3], new double[3]);
        PrincipalComponents none = PrincipalComponents.fit(still, 0.9, 3);
        assertThat(none.kept()).isZero();
        assertThat(none.distance(new double[] {0.1, 0, 0}, new double[0]).combined())
                .isGreaterThan(1);
    }

    @Test
    void refuse_numbers_that_cannot_be_components() {
        PrincipalComponents.Box box = new PrincipalComponents.Box(1, 1);
        assertThatThrownBy(() -> new PrincipalComponents(new double[2], new double[3], new double[1], 1, 1, box))
                .hasMessageContaining("2 features, 1 components");
        assertThatThrownBy(() -> new PrincipalComponents(new double[2], new double[2], new double[1], 1, 1, box))
                .hasMessageContaining("positive variances");
        assertThatThrownBy(() -> new PrincipalComponents.Box(1, Double.NaN)).hasMessageContaining("chi2(NaN)");
        assertThatThrownBy(() -> new WindowScore.Units(1, 0, 1)).hasMessageContaining("units 1.0, 0.0");
        assertThatThrownBy(() -> new FeatureScale(new double[1], new double[1], new double[1]))
                .hasMessageContaining("feature 0");
        assertThatThrownBy(() -> new FeatureScale(new double[1], new double[2], new double[1]))
                .hasMessageContaining("1 levels, 2 and 1");
    }
}
