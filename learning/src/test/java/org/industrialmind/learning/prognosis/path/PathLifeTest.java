package org.industrialmind.learning.prognosis.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PathLifeTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final FleetPrior FLEET = FleetPrior.ofUnrest(0.08, 0.02, 6);

    private static ConditionPath straight(int minutes, double perHour) {
        ConditionPath path = ConditionPath.from(0, MINUTE);
        for (int i = 0; i < minutes; i++) {
            path = path.plus(i * MINUTE, perHour * i / 60);
        }
        return path;
    }

    @Test
    void the_belief_is_the_conjugate_one() {
        ConditionPath path = ConditionPath.from(0, 60 * MINUTE)
                .plus(0, 0.1)
                .plus(60 * MINUTE, 0.2)
                .plus(180 * MINUTE, 0.5);
        FleetPrior informed = new FleetPrior(0.1, 0.02, 4, 0.05, 2);

        PathBelief belief = PathBelief.after(informed, path).orElseThrow();

        // 3 h watched, moved 0.4; the prior is worth 2 h of 0.05: (0.1 + 0.4) / 5
        assertThat(belief.hours()).isCloseTo(5, within(1e-12));
        assertThat(belief.pace()).isCloseTo(0.1, within(1e-12));
        assertThat(belief.shape()).isCloseTo(1 + 4 / 2.0 + 1, within(1e-12));
        double left = 0.1 * 0.1 / 1 + 0.3 * 0.3 / 2 - 0.4 * 0.4 / 3;
        double surprise = 0.4 / 3 - 0.05;
        double scale = 2 * 0.02 * 0.4 / 3 + (1.5 * left + 2 * 3 / 5.0 * surprise * surprise) / 2;
        assertThat(belief.scale()).isCloseTo(scale, within(1e-12));
    }

    @Test
    void of_one_block_nothing_is_believed() {
        assertThat(PathBelief.after(FLEET, straight(1, 0.5))).isEmpty();
    }

    @Test
    void a_steady_path_ends_when_its_line_reaches_the_limit() {
        ConditionPath path = straight(60, 0.5);
        FleetPrior certain = FleetPrior.ofUnrest(1e-3, 1e-6, 1000);
        PathBelief belief = PathBelief.after(certain, path).orElseThrow();
        PathLife life = PathLife.of(certain, belief, belief.wear(), path.hoursAt(59 * MINUTE));
        assertThat(life.hours(0.5, 1000)).isCloseTo(2 - 59 / 60.0, within(0.02)); // 1 / 0.5 per hour from the start
        assertThat(life.hours(0.95, 1000) - life.hours(0.05, 1000)).isLessThan(0.1);
    }

    @Test
    void quantile_and_probability_undo_each_other_and_rise_together() {
        ConditionPath path = straight(40, 0.6);
        PathBelief belief = PathBelief.after(FLEET, path).orElseThrow();
        PathLife life = PathLife.of(FLEET, belief, belief.wear(), path.hoursAt(41 * MINUTE));
        double before = 0;
        for (double level : new double[] {0.02, 0.05, 0.25, 0.5, 0.75, 0.95}) {
            double hours = life.hours(level, 1e4);
            assertThat(life.probabilityWithin(hours)).isCloseTo(level, within(1e-5));
            assertThat(hours).isGreaterThan(before);
            before = hours;
        }
        assertThat(life.probabilityWithin(0)).isZero();
    }

    @Test
    void a_path_that_falls_has_no_end_within_the_horizon_at_high_levels() {
        ConditionPath path = straight(40, -0.6);
        PathBelief belief = PathBelief.after(FLEET, path).orElseThrow();
        assertThat(PathLife.of(FLEET, belief, 0, path.hoursAt(40 * MINUTE)).hours(0.5, 1e6))
                .isInfinite();
    }

    @Test
    void a_machine_that_outlived_the_typical_one_is_believed_to_fail_later_and_soon() {
        ConditionPath path = straight(135, 0.5); // at wear 1.12
        PathBelief belief = PathBelief.after(FLEET, path).orElseThrow();
        PathLife life = PathLife.of(FLEET, belief, belief.wear(), path.hoursAt(135 * MINUTE));
        assertThat(life.hours(0.5, 1000)).isBetween(0.0, 0.5);
    }

    /** Lives drawn from the prior's own assumptions: intervals must cover as they promise. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void intervals_cover_the_lives_of_simulated_paths(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int asked = 0;
        int covered = 0;
        int early = 0;
        for (int unit = 0; unit < 150; unit++) {
            double perHour = Math.exp(Math.log(0.1) + random.nextDouble() * Math.log(10)); // lives of 1 to 10 hours
            double limit = 1 + 0.08 * random.nextGaussian();
            double ask = 0.35 + 0.4 * random.nextDouble(); // of the limit
            ConditionPath path = ConditionPath.from(0, MINUTE);
            double at = 0;
            double highest = 0;
            double askedAt = Double.NaN;
            double low = 0;
            double high = 0;
            double hours = 0;
            double step = 1 / 60.0;
            while (at < limit) {
                if (Double.isNaN(askedAt)) {
                    path = path.plus(Math.round(hours * 60) * MINUTE, at);
                    if (highest > ask * limit && path.blocks().size() >= 6) {
                        PathBelief belief = PathBelief.after(FLEET, path).orElseThrow();
                        PathLife life = PathLife.of(FLEET, belief, highest, hours);
                        low = life.hours(0.05, 1e4);
                        high = life.hours(0.95, 1e4);
                        askedAt = hours;
                    }
                }
                at += perHour * step + Math.sqrt(0.02 * perHour * step) * random.nextGaussian();
                highest = Math.max(highest, at);
                hours += step;
            }
            if (!Double.isNaN(askedAt)) {
                double life = hours - askedAt;
                asked++;
                early += life < low ? 1 : 0;
                covered += life >= low && life <= high ? 1 : 0;
            }
        }
        double share = (double) covered / asked;
        System.out.printf(
                "seed %d: 90 %% intervals cover %.3f of %d lives, %.3f end before%n",
                seed, share, asked, (double) early / asked);
        assertThat(share).isBetween(0.80, 0.98); // 0.875 in the mean of many; three standard errors of 150 lives
    }
}
