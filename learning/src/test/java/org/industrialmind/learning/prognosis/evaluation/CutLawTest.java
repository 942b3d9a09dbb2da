package org.industrialmind.learning.prognosis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutLawTest {
    @ParameterizedTest(name = "longest {0}, seed {1}")
    @CsvSource({"80, 1", "80, 2", "150, 3", "150, 4"})
    void finds_how_far_from_failure_runs_were_cut(double longest, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] lives = random.doubles(500, 150, 350).toArray();
        double[] ages = random.doubles(500, 150, 350)
                .map(life -> life - random.nextDouble() * longest)
                .toArray();
        Arrays.sort(ages);
        assertThat(CutLaw.longest(lives, ages)).isCloseTo(longest, within(15.0)); // twice the scatter over 500 cuts
    }
}
