package org.industrialmind.stack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The servers of the local stack, by the names used on the command line, in events and for log files. */
public enum ServerName {
    KAFKA,
    QUESTDB,
    POSTGRES,
    NEO4J;

    /** Returns the lower-case name, such as {@code kafka}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ServerName> find(String id) {
        return Arrays.stream(values()).filter(name -> name.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return id();
    }
}
