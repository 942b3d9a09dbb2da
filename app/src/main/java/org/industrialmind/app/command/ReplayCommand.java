package org.industrialmind.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.industrialmind.app.evaluate.DataSet;
import org.industrialmind.app.evaluate.TrialPlan;
import org.industrialmind.app.replay.Replay;
import org.industrialmind.learning.report.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays recorded data through the whole system and says how well it was judged. */
@Command(
        name = "replay",
        description = "Plays recorded data through the whole system, live, and reports how well it was judged.")
public final class ReplayCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DATASET",
            description = "skab (folders valve1, valve2, other, anomaly-free) or csv (every *.csv in the folder).")
    private String dataset = "";

    @Option(names = "--from", required = true, paramLabel = "DIR", description = "The folder with the data.")
    private Path from = Path.of("");

    @Mixin
    private ReportOption report = new ReportOption();

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "Seconds of the recording for each second on the wall (default: as fast as it is taken in).")
    private @Nullable Double speed;

    @Option(names = "--port", paramLabel = "N", description = "Port of the pages and the API (default: any free one).")
    private int port;

    @Mixin
    private JudgingOptions judging = new JudgingOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() throws Exception {
        DataSet set = judging.understood(() -> DataSet.parse(dataset));
        double pace = judging.understood(this::pace);
        TrialPlan plan = new TrialPlan(set, from, judging.normalPart(), judging.without(), judging.settings());
        return new Replay(plan, pace, port, report.out(), new Progress(System.out)).run() ? 0 : 1;
    }

    private double pace() {
        if (speed == null) {
            return Double.POSITIVE_INFINITY;
        }
        if (!(speed > 0)) {
            throw new IllegalArgumentException(
                    "--speed " + speed + " is not valid: expected a number above 0; next: leave it out for full speed");
        }
        return speed;
    }
}
