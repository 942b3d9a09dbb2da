package org.industrialmind.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ResidentTest {
    @Test
    void finds_the_slope_of_the_last_two_thirds() {
        Resident resident = new Resident();
        for (int minute = 0; minute <= 30; minute++) {
            resident.observe(minute, minute < 10 ? 100 * minute : 1000 + 2 * minute); // a steep start, then 2 a minute
        }
        assertThat(resident.slope()).isCloseTo(2, within(1e-9)); // rounding of a sum of 21 terms
    }

    @Test
    void has_no_slope_with_one_observation() {
        Resident resident = new Resident();
        resident.observe(1, 100);
        assertThat(resident.slope()).isNaN();
    }
}
