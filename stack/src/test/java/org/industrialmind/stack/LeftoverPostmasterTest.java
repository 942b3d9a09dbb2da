package org.industrialmind.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoverPostmasterTest {

    @TempDir
    Path folder;

    @Test
    void is_absent_from_a_folder_that_was_stopped_cleanly() throws IOException {
        assertThat(LeftoverPostmaster.find(folder)).isEmpty();
    }

    @Test
    void is_not_another_program_that_was_given_the_same_process_number() throws IOException {
        Files.writeString(
                folder.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + folder + "\n");

        assertThat(LeftoverPostmaster.find(folder)).isEmpty();
    }

    @Test
    void is_not_found_in_a_damaged_file() throws IOException {
        Files.writeString(folder.resolve("postmaster.pid"), "not a number\n");

        assertThat(LeftoverPostmaster.find(folder)).isEmpty();
    }
}
