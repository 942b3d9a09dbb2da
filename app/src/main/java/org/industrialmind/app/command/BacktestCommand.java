package org.industrialmind.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.industrialmind.app.backtest.BacktestPrint;
import org.industrialmind.app.backtest.StoredBacktest;
import org.industrialmind.app.training.DetectorKind;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.backtest.ArmOrder;
import org.industrialmind.learning.backtest.BacktestOrder;
import org.industrialmind.learning.backtest.BacktestReport;
import org.industrialmind.learning.backtest.KnownEvent;
import org.industrialmind.learning.backtest.KnownEvents;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;
import org.industrialmind.signal.AssetId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Replays what is stored through a changed rule or model, before anyone hears its alarms. */
@Command(
        name = "backtest",
        description = {
            "Replays stored history through a changed rule or another version, beside the champion as it alarms today.",
            "Stop the platform first, or name servers that run elsewhere."
        },
        mixinStandardHelpOptions = true)
public final class BacktestCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of the platform (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(names = "--model", required = true, paramLabel = "NAME", description = "Such as anomaly/centrifugal-pump.")
    private String model = "";

    @Option(names = "--from", required = true, paramLabel = "TIME", description = "Such as 2026-11-20T00:00:00Z.")
    private Instant from = Instant.EPOCH;

    @Option(names = "--to", required = true, paramLabel = "TIME", description = "Its end.")
    private Instant to = Instant.EPOCH;

    @Option(
            names = "--version-of-candidate",
            paramLabel = "N",
            description = "The version to try (default: the champion, with a changed rule).")
    private Optional<Integer> version = Optional.empty();

    @Option(names = "--needed", paramLabel = "N", description = "Abnormal windows that open an episode (default: 3).")
    private int needed = EpisodeRule.defaults().needed();

    @Option(names = "--of", paramLabel = "N", description = "Among so many of the last windows (default: 5).")
    private int of = EpisodeRule.defaults().of();

    @Option(
            names = "--off-level",
            paramLabel = "SCORE",
            description = "Score below which an open episode is quiet (default: ${DEFAULT-VALUE}).")
    private double offLevel = EpisodeRule.defaults().offLevel();

    @Option(
            names = "--quiet",
            paramLabel = "SECONDS",
            description = "How long it must be quiet before it closes (default: ${DEFAULT-VALUE}).")
    private long quietSeconds = EpisodeRule.defaults().quiet().toSeconds();

    @Option(
            names = "--limit-factor",
            paramLabel = "X",
            description = "What the limits are multiplied by; above 1 alarms later (default: ${DEFAULT-VALUE}).")
    private double limitFactor = 1;

    @Option(names = "--asset", paramLabel = "TAG", description = "Only this machine; may be given more than once.")
    private List<String> assets = List.of();

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description = "What is known to have gone wrong: a CSV file with the columns asset, from, until, what.")
    private Optional<Path> events = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ReportOption reportTo = new ReportOption();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Override
    public Integer call() throws Exception {
        BacktestOrder order = order();
        Progress progress = new Progress(System.out);
        Instant started = Instant.now();
        try (StoppedPlatform platform = new StoppedPlatform(data, "backtest", servers, progress)) {
            StoredBacktest backtest = new StoredBacktest(
                    platform.store(),
                    platform.registry(),
                    platform.trainings(),
                    platform.schemas(),
                    DetectorKind.formats());
            progress.say("Replaying %s from %s to %s ...", model, from, to);
            BacktestReport result = backtest.run(order);
            BacktestPrint print = new BacktestPrint(result);
            print.to(progress);
            Report report = new Report("backtest", started);
            print.into(report);
            progress.say("Report: %s", report.write(reportTo.out(), Instant.now()));
        }
        return 0;
    }

    private BacktestOrder order() throws IOException {
        List<KnownEvent> known = events.isPresent() ? KnownEvents.read(events.get()) : List.of();
        return Words.understood(spec, () -> order(known));
    }

    private BacktestOrder order(List<KnownEvent> known) {
        EpisodeRule today = EpisodeRule.defaults();
        EpisodeRule changed =
                new EpisodeRule(needed, of, offLevel, Duration.ofSeconds(quietSeconds), today.away(), today.settle());
        OptionalInt candidate = version.map(OptionalInt::of).orElseGet(OptionalInt::empty);
        return new BacktestOrder(
                model,
                ArmOrder.champion(today),
                new ArmOrder(candidate, changed, limitFactor),
                assets.stream().map(AssetId::new).toList(),
                ChronoUnit.NANOS.between(Instant.EPOCH, from),
                ChronoUnit.NANOS.between(Instant.EPOCH, to),
                known);
    }
}
