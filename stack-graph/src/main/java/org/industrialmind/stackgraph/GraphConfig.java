package org.industrialmind.stackgraph;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;

/** What the graph program is told: the folder it keeps its data in, the folder for logs, and the Bolt port (0: any free one). */
record GraphConfig(Path data, Path logs, int boltPort, boolean trainAot) {

    static final String USAGE = "usage: GraphMain --data DIR [--logs DIR] [--bolt-port N] [--train-aot]";

    GraphConfig {
        data = data.toAbsolutePath().normalize();
        logs = logs.toAbsolutePath().normalize();
        if (boltPort < 0 || boltPort > 65_535) {
            throw new IllegalArgumentException("--bolt-port is " + boltPort + "; a port is 0 (any) to 65535");
        }
    }

    /** @throws IllegalArgumentException naming the argument that was not understood */
    static GraphConfig parse(String... arguments) {
        String data = "";
        String logs = "";
        int port = 0;
        boolean trainAot = false;
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--data" -> data = value(option, rest);
                case "--logs" -> logs = value(option, rest);
                case "--bolt-port" -> port = number(option, value(option, rest));
                case "--train-aot" -> trainAot = true;
                default -> throw new IllegalArgumentException(option + " is not an option of the graph program");
            }
        }
        if (data.isEmpty()) {
            throw new IllegalArgumentException("--data is missing; it names the folder that keeps the graph");
        }
        Path folder = Path.of(data);
        return new GraphConfig(folder, logs.isEmpty() ? folder.resolve("logs") : Path.of(logs), port, trainAot);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static int number(String option, String value) {
        if (!value.matches("\\d{1,5}")) {
            throw new IllegalArgumentException(option + " is " + value + "; a number is expected");
        }
        return Integer.parseInt(value);
    }
}
