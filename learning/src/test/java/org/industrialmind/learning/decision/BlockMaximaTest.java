package org.industrialmind.learning.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.industrialmind.signal.AssetId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockMaximaTest {
    private static final Standing CALM = new Standing(new AssetId("A-1"), 0);
    private static final Standing ROUGH = new Standing(new AssetId("A-1"), 1);
    private static final Standing NEW = new Standing(new AssetId("A-1"), 2);

    @Test
    void count_how_many_normal_blocks_reached_as_high() {
        BlockMaxima maxima = new BlockMaxima(Map.of(CALM, new double[] {1, 2, 3, 4}), 1);
        assertThat(maxima.pValue(CALM, 2.5)).isEqualTo(new BlockMaxima.PValue(3.0 / 5, 4));
        assertThat(maxima.pValue(CALM, 4).value()).isEqualTo(2.0 / 5);
        assertThat(maxima.pValue(CALM, 100).value()).as("the smallest there is").isEqualTo(1.0 / 5);
        assertThat(new BlockMaxima(Map.of(), 1).pValue(CALM, 100).value())
                .as("without data")
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void keep_the_level_for_any_number_of_blocks_whatever_the_scores(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int trials = 4000;
        for (int blocks : new int[] {9, 19, 60}) {
            int alarms = 0;
            for (int trial = 0; trial < trials; trial++) { // a fresh calibration each time: that is what is promised
                double[] normal = random.doubles(blocks).map(u -> 1 / (u * u)).toArray(); // no mean, no variance
                double fresh = 1 / Math.pow(random.nextDouble(), 2);
                alarms += new BlockMaxima(Map.of(CALM, normal), 1)
                                        .pValue(CALM, fresh)
                                        .value()
                                <= 0.1
                        ? 1
                        : 0;
            }
            Chance.assertAtMost(alarms, trials, 0.1);
            Chance.assertAtLeast(alarms, trials, 0.1 - 1.0 / (blocks + 1));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void keep_the_level_in_each_regime_and_not_only_on_average(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int trials = 4000;
        int own = 0;
        int shared = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] calm = random.doubles(40).toArray();
            double[] rough = random.doubles(19).map(u -> 1 + u).toArray();
            double fresh = 1 + random.nextDouble();
            Map<Standing, double[]> both = Map.of(CALM, calm, ROUGH, rough);
            own += new BlockMaxima(both, 19).pValue(ROUGH, fresh).value() <= 0.1 ? 1 : 0;
            shared += new BlockMaxima(both, 59).pValue(ROUGH, fresh).value() <= 0.1 ? 1 : 0;
        }
        Chance.assertAtMost(own, trials, 0.1);
        assertThat((double) shared / trials).as("compared with calm blocks too").isGreaterThan(0.2);
    }

    @Test
    void are_compared_within_the_regime_then_the_machine_then_the_class() {
        Standing other = new Standing(new AssetId("B-1"), 0);
        BlockMaxima maxima =
                new BlockMaxima(Map.of(CALM, new double[10], ROUGH, new double[5], other, new double[20]), 10);
        assertThat(maxima.pValue(CALM, 1).blocks()).isEqualTo(10);
        assertThat(maxima.pValue(ROUGH, 1).blocks()).isEqualTo(15);
        assertThat(maxima.pValue(NEW, 1).blocks()).isEqualTo(15);
        assertThat(maxima.pValue(new Standing(new AssetId("C-1"), 0), 1).blocks())
                .isEqualTo(35);
    }

    @Test
    void need_a_month_of_hours_to_promise_one_false_alarm_a_month() {
        BudgetKeeper monthly = BudgetKeeper.of(1);
        assertThat(monthly.perBlock(Duration.ofSeconds(10))).isEqualTo(3.86e-6, within(0.01e-6));
        assertThat(monthly.perBlock(Duration.ofHours(1))).isEqualTo(1.389e-3, within(1e-6));
        assertThat(monthly.blocksNeeded(Duration.ofHours(1))).isEqualTo(719);
        assertThat(monthly.blocksNeeded(Duration.ofSeconds(10))).isEqualTo(259_199);
    }
}
