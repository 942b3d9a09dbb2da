package org.industrialmind.learning.tabular.publicdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.NumericColumn;
import org.industrialmind.learning.tabular.table.Table;
import org.industrialmind.learning.tabular.transform.ClassTarget;
import org.industrialmind.learning.tabular.transform.NoTarget;
import org.industrialmind.learning.tabular.transform.Transform;
import org.junit.jupiter.api.Test;

class CompanionFateTest {
    private static final Table PEOPLE = Table.of(
            CategoricalColumn.of("ticket", "a", "a", "a", "b", "c"),
            CategoricalColumn.of("house", "x", "y", "y", "z", "z"),
            NumericColumn.of("age", 1, 2, 3, 4, 5));
    private static final ClassTarget SAVED = ClassTarget.of(CategoricalColumn.of("saved", "1", "1", "0", "0", "1"));
    private static final Transform FATE = new CompanionFate(List.of("ticket", "house"), "1");

    @Test
    void a_row_learned_from_is_not_its_own_companion() {
        Table learned = FATE.fitApply(PEOPLE, SAVED).table();
        assertThat(learned.numeric(CompanionFate.COLUMN).toArray())
                .containsExactly(0.5, 0.5, 1, 1, 0); // the last two are alone on their tickets, not in their house
        assertThat(learned.names()).containsExactly("age", CompanionFate.COLUMN);
    }

    @Test
    void a_new_row_has_all_of_its_companions_and_a_stranger_none() {
        Table strangers = Table.of(
                CategoricalColumn.of("ticket", "a", "q", "q"),
                CategoricalColumn.of("house", "x", "z", "q"),
                NumericColumn.of("age", 1, 2, 3));
        double[] shares = FATE.fit(PEOPLE, SAVED)
                .apply(strangers)
                .numeric(CompanionFate.COLUMN)
                .toArray();
        assertThat(shares).containsExactly(2.0 / 3, 0.5, Double.NaN);
    }

    @Test
    void asks_for_a_target_of_classes() {
        assertThatThrownBy(() -> FATE.fit(PEOPLE, new NoTarget(5)))
                .hasMessageContaining("expected a target of classes");
    }
}
