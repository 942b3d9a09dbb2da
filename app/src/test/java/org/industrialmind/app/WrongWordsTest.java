package org.industrialmind.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A word that is not understood ends a command with exit code 2, before a server starts or a file is written. */
class WrongWordsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train --model m --detector crystal-ball",
                "regimes --model m --by moon",
                "backtest --model m --from 2026-11-20T00:00:00Z --to 2026-11-21T00:00:00Z --needed 9 --of 5",
                "backtest --model m --from 2026-11-21T00:00:00Z --to 2026-11-20T00:00:00Z",
                "bench scoring --kind crystal-ball",
                "evaluate rul --dataset cmapss --from .",
                "life train --from runs.csv --out model --members crystal-ball",
                "life forecast --model model",
                "evaluate anomaly --dataset skab --from . --detector pca --seeds 1,2",
                "evaluate anomaly --dataset skab --from . --seed 1",
                "up --kafka-config kafka.properties",
                "up --kafka localhost:9092 --kafka-config no-such-file"
            })
    void ends_with_exit_code_two(String line) throws IOException {
        StringWriter said = new StringWriter();
        String[] words = Stream.concat(
                        Arrays.stream(line.split(" ")),
                        takesData(line)
                                ? Stream.of("--data", folder.resolve("data").toString())
                                : Stream.of())
                .toArray(String[]::new);
        assertThat(IndustrialMind.commandLine().setErr(new PrintWriter(said)).execute(words))
                .as(said.toString())
                .isEqualTo(2);
        try (Stream<Path> made = Files.list(folder)) {
            assertThat(made).isEmpty();
        }
    }

    private static boolean takesData(String line) {
        return Stream.of("train", "regimes", "backtest", "up").anyMatch(line::startsWith);
    }

    @Test
    void every_option_that_a_message_recommends_exists() throws IOException {
        Set<String> known = new TreeSet<>(Set.of("--help", "--version"));
        collect(IndustrialMind.commandLine(), known);
        Pattern option = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]+");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> ours = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/process/")) // the words of other programs
                    .toList();
            assertThat(ours).isNotEmpty();
            for (Path source : ours) {
                assertThat(option.matcher(Files.readString(source))
                                .results()
                                .map(found -> found.group())
                                .toList())
                        .as(source.toString())
                        .isSubsetOf(known);
            }
        }
    }

    private static void collect(CommandLine command, Set<String> known) {
        command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
        command.getSubcommands().values().forEach(one -> collect(one, known));
    }
}
