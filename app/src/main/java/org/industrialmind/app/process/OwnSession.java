package org.industrialmind.app.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts programs in a terminal session of their own, so that a Ctrl-C reaches this program alone, which then stops them in
 * its own order.
 */
final class OwnSession {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private OwnSession() {}

    /** Returns the command line, led by {@code setsid} where the system has it. */
    static List<String> command(String... words) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(List.of(words));
        return command;
    }
}
