package org.industrialmind.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command that measures something writes its report. */
final class ReportOption {
    @Option(
            names = "--out",
            paramLabel = "FILE|DIR",
            description = "The report, or a folder for report.json (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("report");

    Path out() {
        return out;
    }
}
