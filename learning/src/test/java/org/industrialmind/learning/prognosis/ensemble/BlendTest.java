package org.industrialmind.learning.prognosis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlendTest {
    @Test
    void members_that_err_to_either_side_share_the_weight() {
        double[] weights = Blend.weights(List.of(new double[] {11, 21}, new double[] {9, 19}), new double[] {10, 20});
        assertThat(weights).containsExactly(new double[] {0.5, 0.5}, within(1e-9));
    }

    @Test
    void a_member_that_is_right_alone_gets_all_of_it() {
        double[] weights = Blend.weights(List.of(new double[] {5, 5}, new double[] {10, 20}), new double[] {10, 20});
        assertThat(weights).containsExactly(new double[] {0, 1}, within(1e-9));
    }
}
