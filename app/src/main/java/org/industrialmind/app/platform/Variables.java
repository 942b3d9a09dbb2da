package org.industrialmind.app.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Environment variables. Where {@code NAME_FILE} is set instead of {@code NAME}, the value is what that file holds: the
 * way in which container platforms hand over secrets.
 */
public record Variables(Map<String, String> values) {
    /** What the name of a variable ends with whose value is the file that holds it. */
    static final String FILE = "_FILE";

    public Variables {
        values = Map.copyOf(values);
    }

    public static Variables ofThisProcess() {
        return new Variables(System.getenv());
    }

    /**
     * Returns the value, without the end of line that editors add to files.
     *
     * @throws IllegalArgumentException if both forms are set
     * @throws UncheckedIOException if the file cannot be read
     */
    public Optional<String> find(String name) {
        String direct = values.get(name);
        String file = values.get(name + FILE);
        if (file == null) {
            return Optional.ofNullable(direct);
        }
        if (direct != null) {
            throw new IllegalArgumentException(
                    name + " and " + name + FILE + " are both set; next: unset one, so that it is clear which holds");
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).stripTrailing());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    name + FILE + " names " + file + ", which cannot be read; next: see that it exists and may be read",
                    e);
        }
    }

    /** @throws IllegalStateException if it is not set; the message names it */
    public String required(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("the environment variable " + name
                        + " is not set; next: set it, or " + name + FILE + " to the file that holds it"));
    }
}
