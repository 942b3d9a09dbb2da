package org.industrialmind.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the graph server's program is run: its class path, and its AOT cache if one was made. */
record GraphProgram(String classPath, Optional<Path> aotCache) {

    private static final String MAIN = "org.industrialmind.stackgraph.GraphMain";

    /** Returns the class path of a build folder: its jar, then {@code lib/} in name order, the order an AOT cache is made with. */
    static String classPathOf(Path home) {
        List<Path> jars = Stream.concat(jars(home), jars(home.resolve("lib"))).toList();
        if (jars.isEmpty()) {
            throw new IllegalArgumentException(
                    "--graph-home is " + home + ", which holds no jar; build stack-graph first");
        }
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + " cannot be listed: " + e, e);
        }
    }

    List<String> command(Path data, Path logs, int boltPort) {
        List<String> aot = aotCache.filter(Files::exists)
                .map(file -> List.of("-XX:AOTCache=" + file))
                .orElse(List.of());
        List<String> jvm = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-Xlog:all=error:stderr", // standard output carries events only
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
        List<String> program = List.of(
                "-cp",
                classPath,
                MAIN,
                "--data",
                data.toString(),
                "--logs",
                logs.toString(),
                "--bolt-port",
                Integer.toString(boltPort));
        return Stream.of(jvm, aot, program).flatMap(List::stream).toList();
    }
}
