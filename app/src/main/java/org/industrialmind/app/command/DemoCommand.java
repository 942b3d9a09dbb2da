package org.industrialmind.app.command;

import java.util.concurrent.Callable;
import org.industrialmind.app.demo.Demo;
import org.industrialmind.learning.report.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the main job headless and checks its promises. */
@Command(
        name = "demo",
        description =
                "Starts everything, streams a plant with seeded faults, trains, raises and explains alarms, reports,"
                        + " stops.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the simulated plant (default: ${DEFAULT-VALUE}).")
    private long seed = 7;

    @Mixin
    private ReportOption report = new ReportOption();

    @Override
    public Integer call() throws Exception {
        return new Demo(seed, report.out(), new Progress(System.out)).run() ? 0 : 1;
    }
}
