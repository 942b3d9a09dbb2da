package org.industrialmind.learning.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationDriftTest {
    private static final Duration STRIDE = Duration.ofMinutes(10);
    private static final int WINDOWS = 4 * 144; // four days
    private static final int MACHINES = 20;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void finds_the_rate_of_a_random_walk_under_noise_and_none_where_there_is_only_noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double perDay = 0.04; // variance
        double step = Math.sqrt(perDay / 144);
        List<CalibrationDrift.Course> courses = new ArrayList<>();
        for (int machine = 0; machine < MACHINES; machine++) {
            List<double[]> levels = new ArrayList<>();
            List<Long> ends = new ArrayList<>();
            double walk = 0;
            for (int w = 0; w < WINDOWS; w++) {
                walk += step * random.nextGaussian();
                levels.add(new double[] {walk + 0.1 * random.nextGaussian(), 0.1 * random.nextGaussian()});
                ends.add((w + 1) * STRIDE.toNanos());
            }
            courses.add(new CalibrationDrift.Course(levels, ends));
        }
        CalibrationDrift drift = CalibrationDrift.fit(courses, 2);
        // twice the truth by design; twenty walks of four days pin it down to about a third
        assertThat(drift.variance(0, 1)).isBetween(perDay, 3.5 * perDay);
        assertThat(drift.variance(1, 1)).isLessThan(perDay / 20);
    }
}
