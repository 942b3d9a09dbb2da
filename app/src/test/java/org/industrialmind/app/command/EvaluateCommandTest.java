package org.industrialmind.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void an_unknown_detector_is_a_wrong_word() {
        assertThat(run("--dataset", "csv", "--from", folder.toString(), "--detector", "crystal-ball"))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("crystal-ball", "convolutional-autoencoder");
    }

    @Test
    void an_unknown_data_set_is_a_wrong_word() {
        assertThat(run("--dataset", "dice", "--from", folder.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("dice", "skab, tep, smap_msl, nab, ucr", "csv");
    }

    @Test
    void a_detector_is_tried_on_recordings_only() {
        assertThat(run("--dataset", "tep", "--from", ".", "--detector", "pca")).isEqualTo(2);
        assertThat(errors.toString()).contains("skab or csv", "tep");
    }

    @Test
    void a_plant_takes_a_detector_that_can_learn_every_class_of_its_machines() {
        assertThat(run("--dataset", "plant", "--detector", "crystal-ball")).isEqualTo(2);
        assertThat(errors.toString()).contains("crystal-ball", "ensemble");
        assertThat(run("--dataset", "plant", "--detector", "onnx")).isEqualTo(2);
        assertThat(errors.toString()).contains("--detector onnx wants a network of yours");
    }

    @Test
    void two_ways_to_say_what_is_normal_are_one_too_many() {
        assertThat(run("--dataset", "csv", "--from", ".", "--normal-rows", "400", "--normal-share", "0.3"))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("exclude each other");
    }

    @Test
    void an_empty_folder_is_a_failure_that_says_what_to_do() {
        assertThat(run("--dataset", "csv", "--from", folder.toString())).isEqualTo(1);
        assertThat(errors.toString()).contains("no .csv file", folder.toString(), "--from DIR");
    }

    private int run(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "anomaly";
        System.arraycopy(words, 0, all, 1, words.length);
        return new CommandLine(new EvaluateCommand())
                .setErr(new PrintWriter(errors, true))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(all);
    }
}
