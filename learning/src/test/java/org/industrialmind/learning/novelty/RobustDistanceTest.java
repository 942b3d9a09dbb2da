package org.industrialmind.learning.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobustDistanceTest extends NoveltyContract {
    private static final int ROWS = 600;
    private static final int CHANNELS = 4;

    @Override
    protected NoveltyMethod method() {
        return RobustDistance.defaults();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void is_not_moved_by_a_fifth_of_the_history_being_faulty(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] clean = random.doubles((long) ROWS * CHANNELS)
                .map(u -> random.nextGaussian())
                .toArray();
        double[] spoilt = clean.clone();
        for (int r = 0; r < ROWS / 5; r++) {
            spoilt[r * CHANNELS + 2] += 40;
        }
        // windows of one row: a window's level is the row itself
        SeriesNovelty ofClean = learn(clean);
        SeriesNovelty ofSpoilt = learn(spoilt);
        Matrix row = Matrix.of(1, CHANNELS, new double[] {0, 0, 8, 0});
        assertThat(ofClean.evidence(row, 0).share(2)).isGreaterThan(0.9);
        assertThat(ofSpoilt.evidence(row, 0).share(2)).isGreaterThan(0.9);
        double ratio =
                ofSpoilt.evidence(row, 0).shift(2) / ofClean.evidence(row, 0).shift(2);
        assertThat(ratio)
                .isCloseTo(1, within(0.4)); // the median and its deviation give way a little, the mean would by 8
    }

    private SeriesNovelty learn(double[] rows) {
        return SeriesNovelty.learn(method(), Matrix.of(ROWS, CHANNELS, rows), 1, SEED);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void measures_along_a_relation_by_its_own_spread(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] rows = new double[ROWS * 2];
        for (int r = 0; r < ROWS; r++) {
            double common = random.nextGaussian();
            rows[2 * r] = common + 0.1 * random.nextGaussian();
            rows[2 * r + 1] = common + 0.1 * random.nextGaussian();
        }
        SeriesNovelty known = SeriesNovelty.learn(method(), Matrix.of(ROWS, 2, rows), 1, SEED);
        double[] scores = known.scores(Matrix.ofRows(new double[] {2, 2}, new double[] {2, -2}));
        assertThat(scores[0]).isLessThan(1);
        assertThat(scores[1]).isGreaterThan(3);
    }
}
