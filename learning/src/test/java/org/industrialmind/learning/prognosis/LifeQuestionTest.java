package org.industrialmind.learning.prognosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LifeQuestionTest {
    @Test
    void holds_what_lies_between_the_outermost_levels_without_the_rounding_of_their_difference() {
        assertThat(0.95 - 0.05).isNotEqualTo(0.9);
        assertThat(LifeQuestion.within(10).held()).isEqualTo(0.9);
        assertThat(new LifeQuestion(List.of(0.5), 10, 20).held()).isZero();
    }
}
