package org.industrialmind.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The command line of {@link StackMain}, understood. */
record StackArguments(StackConfig config, Optional<GraphProgram> graph, boolean trainAot) {

    static final String USAGE = """
            usage: StackMain --data DIR
                     [--kafka-port N] [--questdb-http-port N] [--questdb-pg-port N] [--postgres-port N] [--bolt-port N]
                     [--without kafka,questdb,postgres,neo4j] [--retention-days N]
                     [--graph-classpath PATH | --graph-home DIR] [--graph-aot FILE]
                     [--train-aot]
            """;

    /** @throws IllegalArgumentException naming the argument that was not understood */
    static StackArguments parse(String... arguments) {
        StackConfig config = StackConfig.defaults(Path.of("data"));
        Set<ServerName> servers = EnumSet.allOf(ServerName.class);
        Optional<String> graphClassPath = Optional.empty();
        Optional<Path> graphAot = Optional.empty();
        boolean dataGiven = false;
        boolean trainAot = false;
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--data" -> {
                    config = moved(config, Path.of(value(option, rest)));
                    dataGiven = true;
                }
                case "--without" -> servers.removeAll(names(value(option, rest)));
                case "--retention-days" -> config = config.withRetention(Duration.ofDays(number(option, rest)));
                case "--graph-classpath" -> graphClassPath = Optional.of(value(option, rest));
                case "--graph-home" ->
                    graphClassPath = Optional.of(GraphProgram.classPathOf(Path.of(value(option, rest))));
                case "--graph-aot" -> graphAot = Optional.of(Path.of(value(option, rest)));
                case "--train-aot" -> trainAot = true;
                default -> config = config.withPort(port(option), number(option, rest));
            }
        }
        if (!dataGiven) {
            throw new IllegalArgumentException("--data is missing; it names the folder that keeps the data");
        }
        Optional<Path> aot = graphAot;
        Optional<GraphProgram> graph = graphClassPath
                .filter(path -> servers.contains(ServerName.NEO4J))
                .map(path -> new GraphProgram(path, aot));
        if (graph.isEmpty()) {
            servers.remove(ServerName.NEO4J);
        }
        return new StackArguments(config.withServers(servers), graph, trainAot);
    }

    private static StackConfig moved(StackConfig config, Path data) {
        return new StackConfig(data, config.servers(), config.ports(), config.retention());
    }

    private static ServerPort port(String option) {
        return ServerPort.find(option)
                .orElseThrow(() -> new IllegalArgumentException(option + " is not an option of the stack"));
    }

    private static Set<ServerName> names(String list) {
        return Arrays.stream(list.split(","))
                .map(id -> ServerName.find(id)
                        .orElseThrow(() -> new IllegalArgumentException("--without names " + id + ", which is none of "
                                + Arrays.toString(ServerName.values()))))
                .collect(Collectors.toSet());
    }

    private static int number(String option, Iterator<String> rest) {
        String value = value(option, rest);
        if (!value.matches("\\d{1,5}")) {
            throw new IllegalArgumentException(option + " is " + value + "; a number is expected");
        }
        return Integer.parseInt(value);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }
}
