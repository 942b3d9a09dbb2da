package org.industrialmind.learning.report;

import java.io.PrintStream;
import java.util.Locale;

/** Tells a person what is going on, with the seconds since the command began in front. */
public final class Progress {
    private final PrintStream out;
    private final long began = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Returns the seconds since the command began. */
    public double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    /** Prints a line, formatted as by {@link String#format}. */
    public synchronized void say(String format, Object... values) {
        String text = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
        out.printf(Locale.ROOT, "[%6.1f s] %s%n", seconds(), text);
    }

    /** Prints a line without the seconds, such as a row of a table. */
    public synchronized void line(String format, Object... values) {
        out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
