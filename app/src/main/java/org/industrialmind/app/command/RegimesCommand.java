package org.industrialmind.app.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.industrialmind.app.training.History;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.regime.RegimeMethod;
import org.industrialmind.learning.regime.RegimeSettings;
import org.industrialmind.learning.regime.RegimeSurvey;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.lifecycle.training.TrainingJob;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how machines were run: their states, their ways of running, and what a model will not judge. */
@Command(
        name = "regimes",
        description = {
            "Tells how the machines of a model were run: hours and starts, and the ways of running that training would"
                    + " find.",
            "Stop the platform first, or name servers that run elsewhere."
        },
        mixinStandardHelpOptions = true)
public final class RegimesCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of the platform (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(names = "--model", required = true, paramLabel = "NAME", description = "Such as anomaly/centrifugal-pump.")
    private String model = "";

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Start of the span (default: that of the last training).")
    private Optional<Instant> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", description = "Its end.")
    private Optional<Instant> to = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "WAY",
            converter = Words.Regime.class,
            description = "How ways of running are told apart: levels or mixture (default: levels).")
    private RegimeMethod way = RegimeMethod.LEVELS;

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Override
    public Integer call() throws Exception {
        RegimeSettings settings = BaselineSettings.defaults().withRegimes(way).regimes();
        Progress progress = new Progress(System.out);
        try (StoppedPlatform platform = new StoppedPlatform(data, "regimes", servers, progress)) {
            TrainingJob job = platform.trainings().requireLast(model);
            FrameSchema schema = platform.schemas()
                    .find(job.schemaId())
                    .orElseThrow(() -> new IllegalArgumentException("nobody has announced the schema of "
                            + job.equipmentClass() + "; next: deliver readings of it first"));
            Map<AssetId, List<Window>> windows = new History(platform.store())
                    .windows(
                            schema,
                            job.assets(),
                            nanos(from.orElse(job.from())),
                            nanos(to.orElse(job.to())),
                            job.windowLength(),
                            job.stride())
                    .byAsset();
            windows.forEach(
                    (asset, own) -> new RegimePrint(asset, RegimeSurvey.of(schema, own, settings)).to(progress));
        }
        return 0;
    }

    private static long nanos(Instant time) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, time);
    }
}
