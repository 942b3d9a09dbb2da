package org.industrialmind.app.command;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.torch.nn.Logbook;

/** Shows how far the fits of a training are: on a terminal a bar that grows for each, elsewhere a line for every epoch. */
final class FitProgress implements Consumer<Logbook.Entry>, AutoCloseable {
    private static final int WIDTH = 20;

    private final Progress progress;
    private final PrintStream out;
    private final boolean terminal;
    private int open; // the fit whose bar stands in the last line, or 0

    FitProgress(Progress progress, PrintStream out, boolean terminal) {
        this.progress = progress;
        this.out = out;
        this.terminal = terminal;
    }

    /** Shows it where the program's output goes. */
    @SuppressWarnings("SystemConsoleNull") // since Java 25 there is none again where input or output is a file
    static FitProgress here(Progress progress) {
        Console console = System.console();
        return new FitProgress(progress, System.out, console != null && console.isTerminal());
    }

    @Override
    public synchronized void accept(Logbook.Entry entry) {
        String state = String.format(
                Locale.ROOT,
                "epoch %d of at most %d, loss %.4g, held out %.4g",
                entry.epoch().number(),
                entry.most(),
                entry.epoch().training(),
                entry.epoch().heldOut());
        if (!terminal) {
            progress.say("fit %d: %s", entry.fit(), state);
            return;
        }
        if (open != entry.fit()) {
            close();
        }
        open = entry.fit();
        int done = WIDTH * entry.epoch().number() / entry.most();
        out.printf("\rfit %d [%s%s] %s ", entry.fit(), "#".repeat(done), "-".repeat(WIDTH - done), state);
        out.flush();
    }

    /** Ends the line of a bar, so that another may follow. */
    @Override
    public synchronized void close() {
        if (open > 0) {
            out.println();
            open = 0;
        }
    }
}
