package org.industrialmind.advisor.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

final class AlarmLifecycleTest {
    /** The whole table: a row for each state and event; {@code -} is refused, {@code a/b} is abnormal/normal. */
    private static final String TABLE = """
            event             | UNACKNOWLEDGED | ACKNOWLEDGED   | RETURNED       | NORMAL         | SHELVED               | SUPPRESSED            | OUT_OF_SERVICE
            ACKNOWLEDGE       | ACKNOWLEDGED   | -              | NORMAL         | -              | -                     | -                     | -
            SHELVE            | SHELVED        | SHELVED        | SHELVED        | -              | -                     | -                     | -
            UNSHELVE          | -              | -              | -              | -              | UNACKNOWLEDGED/NORMAL | -                     | -
            SUPPRESS          | SUPPRESSED     | SUPPRESSED     | SUPPRESSED     | -              | SUPPRESSED            | -                     | -
            UNSUPPRESS        | -              | -              | -              | -              | -                     | UNACKNOWLEDGED/NORMAL | -
            OUT_OF_SERVICE    | OUT_OF_SERVICE | OUT_OF_SERVICE | OUT_OF_SERVICE | -              | OUT_OF_SERVICE        | OUT_OF_SERVICE        | -
            RETURN_TO_SERVICE | -              | -              | -              | -              | -                     | -                     | UNACKNOWLEDGED/NORMAL
            RAISE             | -              | -              | -              | UNACKNOWLEDGED | -                     | -                     | -
            CLEAR             | RETURNED       | NORMAL         | -              | -              | SHELVED               | SUPPRESSED            | OUT_OF_SERVICE
            FOLLOWED          | -              | -              | -              | -              | -/NORMAL              | -/NORMAL              | -/NORMAL
            RE_ALARM          | -              | UNACKNOWLEDGED | -              | -              | -                     | -                     | -
            EXPIRE            | -              | -              | -              | -              | UNACKNOWLEDGED/NORMAL | -                     | -
            """;

    private record Cell(AlarmState from, AlarmEvent event, boolean abnormal, String to) {}

    private static List<Cell> cells() {
        List<String> lines = TABLE.lines().toList();
        String[] states = lines.getFirst().split("\\|");
        List<Cell> cells = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split("\\|");
            AlarmEvent event = AlarmEvent.valueOf(row[0].strip());
            for (int i = 1; i < row.length; i++) {
                AlarmState from = AlarmState.valueOf(states[i].strip());
                String[] ends = row[i].strip().split("/");
                cells.add(new Cell(from, event, true, ends[0]));
                cells.add(new Cell(from, event, false, ends[ends.length - 1]));
            }
        }
        return cells;
    }

    @Test
    void follows_the_whole_table_and_refuses_everything_else() {
        List<Cell> cells = cells();
        assertThat(cells).hasSize(AlarmState.values().length * AlarmEvent.values().length * 2);
        for (Cell cell : cells) {
            if (cell.to().equals("-")) {
                assertThatThrownBy(() -> AlarmLifecycle.next(cell.from(), cell.event(), cell.abnormal()))
                        .as("%s", cell)
                        .isInstanceOf(IllegalTransitionException.class)
                        .hasMessageContaining(cell.from().code())
                        .hasMessageContaining("'" + cell.event().code() + "'");
            } else {
                assertThat(AlarmLifecycle.next(cell.from(), cell.event(), cell.abnormal()))
                        .as("%s", cell)
                        .isEqualTo(AlarmState.valueOf(cell.to()));
            }
        }
    }

    @Test
    void says_what_is_possible_instead() {
        assertThatThrownBy(() -> AlarmLifecycle.next(AlarmState.SHELVED, AlarmEvent.ACKNOWLEDGE, true))
                .hasMessage("the alarm is shelved and cannot take 'acknowledge'; possible now: unshelve, suppress,"
                        + " out-of-service")
                .asInstanceOf(InstanceOfAssertFactories.type(IllegalTransitionException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.state()).isEqualTo(AlarmState.SHELVED);
                    assertThat(refusal.asked()).isEqualTo(AlarmEvent.ACKNOWLEDGE);
                    assertThat(refusal.possible()).isEqualTo(AlarmLifecycle.allowed(AlarmState.SHELVED));
                });
        assertThatThrownBy(() -> AlarmLifecycle.next(AlarmState.NORMAL, AlarmEvent.SHELVE, false))
                .hasMessageEndingWith("possible now: nothing, it is over");
    }

    @Test
    void offers_an_operator_only_what_an_operator_may_do() {
        for (AlarmState state : AlarmState.values()) {
            assertThat(AlarmLifecycle.allowed(state)).allMatch(AlarmEvent::byOperator);
        }
        assertThat(AlarmLifecycle.allowed(AlarmState.RETURNED)).contains(AlarmEvent.ACKNOWLEDGE);
        assertThat(AlarmLifecycle.allowed(AlarmState.NORMAL)).isEmpty();
    }
}
