package org.industrialmind.app;

import org.industrialmind.app.command.BacktestCommand;
import org.industrialmind.app.command.BenchCommand;
import org.industrialmind.app.command.DemoCommand;
import org.industrialmind.app.command.DoctorCommand;
import org.industrialmind.app.command.EvaluateCommand;
import org.industrialmind.app.command.LifeCommand;
import org.industrialmind.app.command.RegimesCommand;
import org.industrialmind.app.command.ReplayCommand;
import org.industrialmind.app.command.TrainCommand;
import org.industrialmind.app.command.UpCommand;
import org.industrialmind.app.command.WorkerCommand;
import org.industrialmind.learning.CodeVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line of IndustrialMind: finds the command and turns what goes wrong into one clear sentence. */
@Command(
        name = "industrialmind",
        description = "An industrial AI platform: from sensor to explained, managed alarm.",
        mixinStandardHelpOptions = true,
        footer = {
            "Programs of their own, started by the same launcher:",
            "  recipes  Runnable end-to-end examples: 'recipes list', 'recipes run NAME --from DIR'.",
            "  test     Everything that is tested, as continuous integration does it."
        },
        versionProvider = IndustrialMind.Version.class,
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            ReplayCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            LifeCommand.class,
            BacktestCommand.class,
            RegimesCommand.class,
            BenchCommand.class,
            DoctorCommand.class,
            WorkerCommand.class
        })
public final class IndustrialMind {
    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"IndustrialMind " + CodeVersion.current() + ", Java " + Runtime.version()};
        }
    }

    private IndustrialMind() {}

    /** Runs the command and exits with 0 (done), 1 (failed) or 2 (the words were not understood). */
    public static void main(String[] words) {
        System.exit(commandLine().execute(words));
    }

    static CommandLine commandLine() {
        return new CommandLine(new IndustrialMind())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("industrialmind " + command.getCommandName() + ": " + sentence(failure));
                    if (System.getenv("INDUSTRIALMIND_DEBUG") != null) {
                        failure.printStackTrace(command.getErr());
                    }
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static String sentence(Throwable failure) {
        String said = failure.getMessage();
        return said == null || said.isBlank()
                ? failure.getClass().getSimpleName() + "; next: run again with INDUSTRIALMIND_DEBUG=1 to see where"
                : said;
    }
}
