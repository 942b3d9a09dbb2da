package org.industrialmind.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EvaluateLifeCommandTest {
    private final StringWriter errors = new StringWriter();

    @Test
    void seeds_are_a_number_a_range_or_a_list() {
        assertThat(EvaluateLifeCommand.seedsOf("3")).containsExactly(1L, 2L, 3L);
        assertThat(EvaluateLifeCommand.seedsOf("301-303")).containsExactly(301L, 302L, 303L);
        assertThat(EvaluateLifeCommand.seedsOf("7,11")).containsExactly(7L, 11L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EvaluateLifeCommand.seedsOf("many"))
                .withMessageContaining("'many' names no seeds: expected a number");
    }

    @Test
    void public_data_need_a_folder() {
        assertThat(run("--dataset", "cmapss")).isEqualTo(2);
        assertThat(errors.toString()).contains("--from is missing", "cmapss");
    }

    @Test
    void an_unknown_data_set_or_method_is_a_wrong_word() {
        assertThat(run("--dataset", "dice")).isEqualTo(2);
        assertThat(run("--dataset", "plant", "--models", "oracle")).isEqualTo(2);
        assertThat(errors.toString()).contains("dice", "battery", "oracle", "transformer");
    }

    private int run(String... words) {
        return new CommandLine(new EvaluateLifeCommand())
                .setErr(new PrintWriter(errors, true))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(words);
    }
}
