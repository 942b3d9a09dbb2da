package org.industrialmind.learning.tabular.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterfactualsTest {
    private static final RowScore PLANE = row -> 2 * row[0] + row[1] + 5 * row[2];
    private static final double[] ZERO = {0, 0, 0};
    private static final List<Double> ONES = List.of(1.0, 1.0, 1.0);
    private static final Feasible ANY = Feasible.within(-10, 10);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_nearest_change_of_a_plane_moves_its_steepest_column_alone(long seed) {
        // by the sum of absolute changes, all of the way goes along the largest coefficient that may move
        Counterfactual found = Counterfactuals.of(List.of(ANY, ANY, Feasible.fixed()), ONES)
                .find(PLANE, ZERO, 3, seed)
                .orElseThrow();
        assertThat(found.changes()).hasSize(1);
        assertThat(found.changes().getFirst().column()).isZero();
        assertThat(found.changes().getFirst().to()).isCloseTo(1.5, within(1e-6));
        assertThat(found.distance()).isCloseTo(1.5, within(1e-6));
        assertThat(found.score()).isGreaterThanOrEqualTo(3);
        assertThat(found.applied(ZERO)[0]).isEqualTo(found.changes().getFirst().to());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ranges_steps_and_costs_are_kept(long seed) {
        List<Feasible> columns =
                List.of(Feasible.within(0, 1), new Feasible(0, 10, 0.5, 1), new Feasible(-10, 10, 0, 100));
        Counterfactual found =
                Counterfactuals.of(columns, ONES).find(PLANE, ZERO, 3.2, seed).orElseThrow();
        double[] changed = found.applied(ZERO);
        assertThat(PLANE.of(changed)).isGreaterThanOrEqualTo(3.2);
        assertThat(changed[0]).isBetween(0.0, 1.0);
        assertThat(changed[1] % 0.5).isZero();
        assertThat(changed[2]).isZero();
        // best: x1 = 1.5 and x0 = 0.85, or x0 = 1 with x1 = 1.5: 2.35
        assertThat(found.distance()).isBetween(2.35 - 1e-9, 2.55);
    }

    @Test
    void what_is_wanted_already_needs_no_change_and_what_cannot_be_has_none() {
        Counterfactuals search =
                Counterfactuals.of(List.of(Feasible.within(0, 1), Feasible.fixed(), Feasible.fixed()), ONES);
        assertThat(search.find(PLANE, ZERO, 0, 1).orElseThrow().changes()).isEmpty();
        assertThat(search.find(PLANE, ZERO, 2.5, 1)).isEmpty();
        Counterfactuals frozen =
                Counterfactuals.of(List.of(Feasible.fixed(), Feasible.fixed(), Feasible.fixed()), ONES);
        assertThat(frozen.find(PLANE, ZERO, 1, 1)).isEmpty();
    }

    @Test
    void few_columns_change_where_few_may() {
        RowScore all = row -> Math.min(row[0], Math.min(row[1], row[2]));
        List<Feasible> columns = List.of(ANY, ANY, ANY);
        assertThat(new Counterfactuals(columns, ONES, 2, 2000).find(all, ZERO, 1, 1))
                .isEmpty();
        Counterfactual found = new Counterfactuals(columns, ONES, 3, 20_000)
                .find(all, ZERO, 1, 1)
                .orElseThrow();
        assertThat(found.distance()).isCloseTo(3, within(1e-6));
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> Counterfactuals.of(List.of(ANY), ONES)).hasMessageContaining("1 columns");
        assertThatThrownBy(() -> Feasible.within(1, 0)).hasMessageContaining("[1.0, 0.0]");
        Counterfactuals search = Counterfactuals.of(List.of(ANY, ANY, ANY), ONES);
        assertThatThrownBy(() -> search.find(PLANE, new double[2], 1, 1)).hasMessageContaining("2 values: expected 3");
    }
}
