package org.industrialmind.learning.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import org.industrialmind.signal.AssetId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two machines in one regime; the weather rises over the time of training, as on a morning. */
class SlopesTest {
    private static final int WINDOWS = 400;

    /** Collects evidence on a channel that is a function of the weather and of a random walk of its own, plus noise. */
    private static Slopes evidence(long seed, DoubleBinaryOperator level) {
        SplittableRandom random = new SplittableRandom(seed);
        Slopes slopes = new Slopes(2, 0); // the weather, and the channel's own trend
        for (String tag : new String[] {"M-1", "M-2"}) {
            double walk = 0;
            for (int w = 0; w < WINDOWS; w++) {
                double weather = 3.0 * w / WINDOWS - 1.5 + 0.3 * random.nextGaussian();
                walk += 0.1 * random.nextGaussian();
                double read = level.applyAsDouble(weather, walk) + 0.1 * random.nextGaussian();
                slopes.add(new AssetId(tag), 0, w * Extent.PARTS / WINDOWS, new double[] {weather, 0, read}, 1);
            }
        }
        return slopes;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_channel_that_answers_to_the_weather_keeps_its_slope(long seed) {
        Slopes slopes = evidence(seed, (weather, walk) -> 2 * weather);
        Known known = slopes.known(slopes.best())
                .getOrDefault(new AssetId("M-1"), List.of())
                .getFirst();
        assertThat(known.slope(0)).isBetween(1.8, 2.2);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_channel_that_wanders_by_itself_is_known_more_poorly_than_one_with_as_much_noise(long seed) {
        Slopes wandering = evidence(seed, (weather, walk) -> walk);
        Slopes calm = evidence(seed, (weather, walk) -> 0);
        assertThat(wandering.independent(Likeness.PLAIN)).isGreaterThan(10 * calm.independent(Likeness.PLAIN));
        assertThat(calm.independent(Likeness.PLAIN)).isBetween(0.003, 0.03); // the variance of the noise is 0.01
    }
}
