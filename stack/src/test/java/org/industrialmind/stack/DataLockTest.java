package org.industrialmind.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {

    @Test
    void refuses_a_second_stack_and_names_the_first(@TempDir Path data) throws IOException {
        try (DataLock _ = DataLock.take(data)) {
            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> DataLock.take(data))
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .withMessageContaining(data.toString());
        }
    }

    @Test
    void can_be_taken_again_after_it_was_given_up(@TempDir Path data) throws IOException {
        DataLock.take(data).close();

        assertThatCode(() -> DataLock.take(data).close()).doesNotThrowAnyException();
    }
}
