package org.industrialmind.learning.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final double EXACT = 1e-12; // a handful of operations in double precision

    /** Influence -1, 0 and 1 about 5, level three times as much about 20, and each window counts for two. */
    private static Evidence three() {
        Evidence evidence = new Evidence(1);
        for (int i = -1; i <= 1; i++) {
            evidence.add(new double[] {5 + i, 20 + 3 * i}, 2);
        }
        return evidence;
    }

    @Test
    void a_slope_is_drawn_towards_none_by_as_many_windows_as_said() {
        Known known = three().centred().after(new double[] {6}, Known.nothing(1));
        assertThat(known.slope(0)).isCloseTo(12.0 / (4 + 6), within(EXACT)); // products 2 * 6, squares 2 * 2
        assertThat(known.covariance(0, 0)).isCloseTo(1.0 / (4 + 6), within(EXACT));
    }

    @Test
    void what_the_level_above_leaves_open_is_left_open_below() {
        Known above = three().centred().after(new double[] {6}, Known.nothing(1));
        Known below = three().centred().after(new double[] {6}, above);
        assertThat(below.slope(0)).isCloseTo((12 + 6 * 1.2) / 10, within(EXACT));
        assertThat(below.covariance(0, 0)).isCloseTo(0.1 + 0.6 * 0.1 * 0.6, within(EXACT));
    }

    @Test
    void no_evidence_leaves_the_slope_of_the_level_above_and_a_wider_doubt() {
        Known above = three().centred().after(new double[] {6}, Known.nothing(1));
        Known below = new Evidence(1).centred().after(new double[] {6}, above);
        assertThat(below.slope(0)).isCloseTo(above.slope(0), within(EXACT));
        assertThat(below.covariance(0, 0)).isCloseTo(above.covariance(0, 0) + 1.0 / 6, within(EXACT));
    }
}
