package org.industrialmind.app.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.industrialmind.app.process.Scratch;
import org.industrialmind.learning.novelty.NoveltyDetector;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.learning.novelty.NoveltyTrainer;
import org.industrialmind.learning.novelty.Pca;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.telemetry.scoring.ScoringSnapshot;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.wire.KafkaSettings;

/**
 * How many values a second this machine takes in, from a sensor's gateway to the store and a judgement, and how late.
 *
 * <p>Sender, platform and servers share the machine. Four spans, each from the first row sent until the last was stored,
 * its windows judged and stored, and the offsets committed, so nothing that was only begun is counted:
 *
 * <ol>
 *   <li>a warm-up, not counted;
 *   <li>the platform's path at full load: values a second;
 *   <li>the same path at half of that rate, readings stamped as they are sent: the delays from event to stored and from
 *       event to assessed. A delay at full load would only tell how long the queues are. It counts from the last row of a
 *       frame, so the time in which a gateway fills a frame is not in it;
 *   <li>the same rows as JSON through {@link JsonPath} at full load: the peer of the ratio.
 * </ol>
 *
 * <p>At the end the store is asked for every row of every machine and compared with what the log acknowledged.
 */
public final class IngestBench {
    private static final double LATENCY_SHARE = 0.5;
    private static final double FLOOR = 1_000_000; // values a second; the promise for two cores

    private static final Duration LEAST_WARM_UP = Duration.ofSeconds(15);

    /** Event times at full load run faster than the clock; from so long ago they do not reach the future. */
    private static final Duration LONG_AGO = Duration.ofDays(365);

    private final Settings settings;
    private final Progress progress;
    private final Report report;
    private long lost;
    private long duplicates;
    private long differing;

    /**
     * What is measured.
     *
     * @param duration of the span at full load; the others follow from it
     * @param json whether the JSON path runs, too
     * @param out the report's JSON file or folder
     */
    public record Settings(Duration duration, int assets, int channels, boolean json, long seed, Path out) {
        public Settings {
            if (duration.isNegative() || duration.isZero() || assets < 1 || channels < 1) {
                throw new IllegalArgumentException("cannot measure " + duration + " of " + assets + " machines with "
                        + channels + " channels: expected all of them positive");
            }
        }

        /** Long enough for the compilers to be done: before, they took nearly half of the program's processor time. */
        Duration warmUp() {
            Duration half = duration.dividedBy(2);
            return half.compareTo(LEAST_WARM_UP) > 0 ? half : LEAST_WARM_UP;
        }

        /** Long enough for a p99 of a few thousand frames. */
        Duration latency() {
            return duration.dividedBy(2);
        }

        Duration peer() {
            return duration.dividedBy(2);
        }
    }

    public IngestBench(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        report = new Report("bench ingest", Instant.now())
                .seed(settings.seed())
                .data(
                        "name",
                        settings.assets() + " made-up machines of " + settings.channels() + " channels, "
                                + Load.FRAME_ROWS + " rows a frame");
    }

    /** Measures, writes the report, and returns whether every check holds. */
    public boolean run() throws IOException, InterruptedException {
        progress.say("Starting the local servers ...");
        try (Scratch scratch = Scratch.create("bench");
                BenchServers servers = BenchServers.open(scratch.folder())) {
            measure(servers.kafka(), servers.store());
        }
        progress.say("Report: %s", report.write(settings.out(), Instant.now()));
        return report.allChecksHold();
    }

    private void measure(KafkaSettings kafka, SampleStore store) throws InterruptedException {
        Load.Span peak = peak(kafka, store);
        live(kafka, store, peak.rowsPerSecond() * LATENCY_SHARE);
        if (settings.json()) {
            Load.Span json = json(kafka, store);
            report.baseline("json", "values_per_s", valuesPerSecond(json))
                    .metric("ratio_to_json", peak.rowsPerSecond() / json.rowsPerSecond())
                    .metric("cpu_ratio_to_json", microsPerRow(json) / microsPerRow(peak));
            progress.say(
                    "%.2f times the JSON path by the clock, %.2f times by processor time",
                    peak.rowsPerSecond() / json.rowsPerSecond(), microsPerRow(json) / microsPerRow(peak));
        }
        judge(valuesPerSecond(peak));
    }

    private Load.Span peak(KafkaSettings kafka, SampleStore store) throws InterruptedException {
        Fleet fleet = fleet("bench-frames", Duration.ofSeconds(1));
        long start = longAgo();
        DetectorScorer scorer = trained(fleet, start);
        store.prepare(fleet.schema());
        RowLedger ledger = new RowLedger();
        try (FramePath path = new FramePath(kafka, store, scorer)) {
            Load load = new Load(fleet, path, ledger, start);
            progress.say("Warming up for %d s ...", settings.warmUp().toSeconds());
            load.full(settings.warmUp());
            progress.say(
                    "Sending at full load for %d s ...", settings.duration().toSeconds());
            Load.Span span = load.full(settings.duration());
            tell("frames", span);
            report.metric("values_per_s", valuesPerSecond(span))
                    .metric("rows", span.rows())
                    .metric("windows", span.windows())
                    .metric("cpu_us_per_row", microsPerRow(span))
                    .metric("cpu_program_us_per_row", span.programMicrosPerRow())
                    .metric("cpu_servers_us_per_row", span.serverMicrosPerRow())
                    .metric(
                            "load_average",
                            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            requireAssessed(path.snapshot().totals());
            account(ledger, store);
            return span;
        }
    }

    /** Readings at their own pace, stamped with the present, as fast as so many rows a second. */
    private void live(KafkaSettings kafka, SampleStore store, double rowsPerSecond) throws InterruptedException {
        Duration period = Duration.ofNanos(Math.round(settings.assets() * 1e6 / rowsPerSecond) * 1_000);
        Fleet fleet = fleet("bench-live", period);
        DetectorScorer scorer = trained(fleet, nanos(Instant.now()));
        store.prepare(fleet.schema());
        RowLedger ledger = new RowLedger();
        try (FramePath path = new FramePath(kafka, store, scorer)) {
            Load load = new Load(fleet, path, ledger, 0);
            progress.say(
                    "Sending %.0f rows/s, half of that, for %d s ...",
                    rowsPerSecond, settings.latency().toSeconds());
            load.live(settings.latency());
            ScoringSnapshot.Latency stored = path.snapshot().eventToStored();
            ScoringSnapshot.Latency assessed = path.snapshot().eventToAssessed();
            progress.say(
                    "  event to stored p50 %d ms, p99 %d ms; event to assessed p50 %d ms, p99 %d ms",
                    stored.median().toMillis(),
                    stored.p99().toMillis(),
                    assessed.median().toMillis(),
                    assessed.p99().toMillis());
            report.metric("latency_rows_per_s", rowsPerSecond)
                    .metric("stored_p50_ms", stored.median().toNanos() / 1e6)
                    .metric("stored_p99_ms", stored.p99().toNanos() / 1e6)
                    .metric("assessed_p50_ms", assessed.median().toNanos() / 1e6)
                    .metric("assessed_p99_ms", assessed.p99().toNanos() / 1e6);
            account(ledger, store);
        }
    }

    private Load.Span json(KafkaSettings kafka, SampleStore store) throws InterruptedException {
        Fleet fleet = fleet("bench-json", Duration.ofSeconds(1));
        long start = longAgo();
        DetectorScorer scorer = trained(fleet, start);
        store.prepare(fleet.schema());
        RowLedger ledger = new RowLedger();
        try (JsonPath path = new JsonPath(kafka, store, scorer, fleet.schema())) {
            Load load = new Load(fleet, path, ledger, start);
            load.full(settings.warmUp());
            progress.say(
                    "Sending the same rows as JSON for %d s ...",
                    settings.peer().toSeconds());
            Load.Span span = load.full(settings.peer());
            tell("JSON", span);
            report.baseline("json", "cpu_us_per_row", microsPerRow(span))
                    .baseline("json", "cpu_program_us_per_row", span.programMicrosPerRow())
                    .baseline("json", "cpu_servers_us_per_row", span.serverMicrosPerRow());
            account(ledger, store);
            return span;
        }
    }

    private Fleet fleet(String name, Duration period) {
        return new Fleet(name, settings.assets(), settings.channels(), period, settings.seed());
    }

    private DetectorScorer trained(Fleet fleet, long untilNanos) {
        NoveltyDetector detector = new NoveltyTrainer(
                        Pca.defaults(), NoveltySettings.defaults(), InstantSource.system())
                .train(fleet.history(untilNanos), settings.seed());
        return new DetectorScorer(new ModelRef("anomaly/" + fleet.schema().equipmentClass(), 1), detector);
    }

    private static long longAgo() {
        return nanos(Instant.now().truncatedTo(ChronoUnit.HOURS).minus(LONG_AGO));
    }

    private static long nanos(Instant time) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, time);
    }

    private void account(RowLedger ledger, SampleStore store) {
        RowLedger.Comparison comparison = ledger.compare(store::ledger);
        lost += comparison.lost();
        duplicates += comparison.duplicates();
        differing += comparison.differing();
        progress.say(
                "  %,d rows acknowledged; lost %d, duplicates %d, machines that differ %d",
                comparison.rows(), comparison.lost(), comparison.duplicates(), comparison.differing());
    }

    private void requireAssessed(ScoringSnapshot.Totals totals) {
        long judged = totals.normal() + totals.abnormal();
        // the first windows of a machine are not whole and cannot be judged
        boolean all = judged + totals.notAssessable() == totals.windows()
                && totals.notAssessable() <= (long) settings.assets() * Fleet.WINDOW / Fleet.STRIDE;
        report.metric("abnormal_share", (double) totals.abnormal() / Math.max(1, judged));
        report.check(
                "every due window assessed",
                all,
                judged,
                totals.windows() + " due, less the first " + totals.notAssessable() + " that are not whole");
    }

    private void tell(String what, Load.Span span) {
        progress.say(
                "  %s: %.0f rows/s = %.2f million values/s, %d windows; processor time %.1f us a row (program %.1f,"
                        + " servers %.1f), load average %.1f",
                what,
                span.rowsPerSecond(),
                valuesPerSecond(span) / 1e6,
                span.windows(),
                microsPerRow(span),
                span.programMicrosPerRow(),
                span.serverMicrosPerRow(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private double valuesPerSecond(Load.Span span) {
        return span.rowsPerSecond() * settings.channels();
    }

    private static double microsPerRow(Load.Span span) {
        return span.programMicrosPerRow() + span.serverMicrosPerRow();
    }

    private void judge(double valuesPerSecond) {
        report.metric("lost", lost).metric("duplicates", duplicates);
        report.check(
                        "every reading stored once",
                        lost == 0 && duplicates == 0 && differing == 0,
                        lost + " lost, " + duplicates + " duplicates, " + differing + " machines that differ",
                        "none")
                .check(
                        "at least 1 million values/s",
                        valuesPerSecond >= FLOOR,
                        Math.round(valuesPerSecond),
                        ">= " + Math.round(FLOOR));
    }
}
