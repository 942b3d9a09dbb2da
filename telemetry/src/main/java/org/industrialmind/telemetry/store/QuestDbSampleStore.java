package org.industrialmind.telemetry.store;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.jspecify.annotations.Nullable;

/**
 * Samples in QuestDB: one wide table for each schema, partitioned by hour, deduplicated by event time and asset.
 *
 * <p>By hour, because readings of many machines come interleaved: whatever falls behind the newest row is merged into its
 * partition, which is rewritten for it. Partitions of a day took 25.6 microseconds of server time a row of 50 values where
 * those of an hour took 15.7, and half as many rows went in ({@code bench ingest}).
 *
 * <p>Rows go in as line protocol over HTTP, several thousand in one request, and come out as SQL over HTTP. A request is
 * acknowledged when it is in the write-ahead log; the tables follow a moment later ({@link #visibility()}). Event times are
 * {@code TIMESTAMP_NS}, so no digit of them is lost.
 *
 * <p>What becomes SQL text is either a number, an asset tag or a name made from a schema; their types admit no quote and no
 * backslash, so no one can write SQL through them.
 */
public final class QuestDbSampleStore implements SampleStore {
    private static final String NO_TABLE = "table does not exist"; // as the database says it
    private static final Duration POLL = Duration.ofMillis(10);
    private static final String ASSESSMENTS = "assessments";

    private final QuestDbConfig config;
    private final DatabaseDoor door;
    private final LineWriter writer;

    /** Makes the table of assessments where there is none. */
    public QuestDbSampleStore(QuestDbConfig config) {
        this.config = config;
        this.door = new DatabaseDoor(
                "QuestDB", config.url(), config.login(), config.connectTimeout(), config.requestTimeout());
        this.writer = new LineWriter(
                LineProtocolEncoder.Dialect.QUESTDB,
                config.batchBytes(),
                (bytes, length) -> door.write("/write", Map.of(), bytes, length));
        execute("CREATE TABLE IF NOT EXISTS " + ASSESSMENTS
                + " (ts TIMESTAMP_NS, asset SYMBOL CAPACITY 1024, model SYMBOL,"
                + " version LONG, kind VARCHAR, score DOUBLE, reason VARCHAR, contributions VARCHAR, suspect VARCHAR)"
                + " TIMESTAMP(ts) PARTITION BY DAY WAL DEDUP UPSERT KEYS(ts, asset, model)");
        execute("ALTER TABLE " + ASSESSMENTS + " ADD COLUMN IF NOT EXISTS suspect VARCHAR"); // of a store made before
    }

    @Override
    public void prepare(FrameSchema schema) {
        if (writer.isPrepared(schema)) {
            return;
        }
        SampleTable table = SampleTable.of(schema);
        String type = schema.precision() == FrameSchema.Precision.SINGLE ? " FLOAT" : " DOUBLE";
        execute("CREATE TABLE IF NOT EXISTS \"" + table.name() + "\" (ts TIMESTAMP_NS, asset SYMBOL CAPACITY 1024, "
                + table.columns().stream()
                        .map(column -> "\"" + column + "\"" + type)
                        .collect(Collectors.joining(", "))
                + ", quality VARCHAR) TIMESTAMP(ts) PARTITION BY HOUR WAL DEDUP UPSERT KEYS(ts, asset)");
        writer.prepare(schema);
    }

    @Override
    public void write(List<Frame> frames) {
        writer.write(frames);
    }

    @Override
    public void writeAssessments(List<Assessment> assessments) {
        writer.writeAssessments(assessments);
    }

    @Override
    public Optional<Frame> latest(AssetId asset, FrameSchema schema) {
        String sql = "SELECT cast(ts AS LONG) AS nanos, * FROM " + table(schema) + " WHERE asset = '" + asset
                + "' LATEST ON ts PARTITION BY asset";
        return frames(asset, schema, sql).stream().findFirst();
    }

    @Override
    public List<Frame> range(AssetId asset, FrameSchema schema, long fromNanos, long toNanos, int limit) {
        Limit.require(limit);
        return frames(
                asset,
                schema,
                "SELECT cast(ts AS LONG) AS nanos, * FROM " + table(schema) + within(asset, fromNanos, toNanos)
                        + " ORDER BY ts LIMIT " + limit);
    }

    private List<Frame> frames(AssetId asset, FrameSchema schema, String sql) {
        List<Frame> found = new ArrayList<>();
        FrameCollector collector = new FrameCollector(asset, schema, found::add);
        // nanos, ts, asset, the channels, quality
        query(sql, cells -> collector.add(longOf(cells.get(0)), cells, 3, cells.get(3 + schema.width())));
        collector.flush();
        return found;
    }

    @Override
    public List<Bucket> condensed(
            AssetId asset, FrameSchema schema, String channel, long fromNanos, long toNanos, int buckets) {
        int index = SampleTable.indexOf(schema, channel);
        BucketSpan span = BucketSpan.of(fromNanos, toNanos, buckets);
        String column = "\"" + SampleTable.of(schema).columns().get(index) + "\"";
        String usable = " AND (quality IS NULL OR substring(quality, " + (2 * index + 1) + ", 1) NOT IN ("
                + QualityText.BAD.chars().mapToObj(c -> "'" + (char) c + "'").collect(Collectors.joining(", "))
                + "))";
        String sql =
                "SELECT (cast(ts AS LONG) - " + fromNanos + ") / " + span.widthNanos() + " AS bucket, min(" + column
                        + "), max(" + column + "), avg(" + column + "), count(" + column + ") FROM " + table(schema)
                        + within(asset, fromNanos, toNanos) + usable + " GROUP BY bucket ORDER BY bucket";
        boolean single = schema.precision() == FrameSchema.Precision.SINGLE;
        List<Bucket> found = new ArrayList<>();
        query(sql, cells -> span.bucket(cells, single).ifPresent(found::add));
        return found;
    }

    @Override
    public List<Assessment> assessments(AssetId asset, long fromNanos, long toNanos, int limit) {
        Limit.require(limit);
        String sql =
                "SELECT cast(ts AS LONG) AS nanos, model, version, kind, score, reason, contributions, suspect FROM "
                        + ASSESSMENTS + within(asset, fromNanos, toNanos) + " ORDER BY ts, model LIMIT " + (limit + 1L);
        List<Assessment> found = new ArrayList<>();
        query(sql, cells -> found.add(AssessmentRow.read(asset, cells).toAssessment()));
        return Answered.of(found, limit);
    }

    @Override
    public Ledger ledger(AssetId asset, FrameSchema schema, long fromNanos, long toNanos) {
        awaitApplied(Set.of(SampleTable.of(schema).name()), config.requestTimeout());
        LedgerCounter counter = new LedgerCounter();
        FrameCollector collector = new FrameCollector(asset, schema, counter::count);
        query(
                "SELECT cast(ts AS LONG) AS nanos, * FROM " + table(schema) + within(asset, fromNanos, toNanos),
                cells -> collector.add(longOf(cells.get(0)), cells, 3, cells.get(3 + schema.width())));
        collector.flush();
        return counter.ledger();
    }

    /** {@inheritDoc} QuestDB applies its log within milliseconds; two seconds were the most under a full load. */
    @Override
    public Duration visibility() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void awaitVisible(Duration limit) {
        awaitApplied(Set.of(), limit);
    }

    private void awaitApplied(Set<String> more, Duration limit) {
        Set<String> tables = new HashSet<>(more);
        tables.add(ASSESSMENTS);
        writer.prepared().forEach(schema -> tables.add(SampleTable.of(schema).name()));
        WalProgress goal = walProgress(tables);
        long deadline = System.nanoTime() + limit.toNanos();
        for (WalProgress now = goal; !now.reached(goal); now = walProgress(tables)) {
            if (System.nanoTime() > deadline) {
                throw new StoreUnavailableException("QuestDB at " + config.url() + " has not applied within " + limit
                        + " what was written to it: " + now.behind(goal) + "; its disk may be slow or full");
            }
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoreUnavailableException("waiting for QuestDB was interrupted", e);
            }
        }
    }

    private WalProgress walProgress(Set<String> tables) {
        WalProgress progress = new WalProgress(tables);
        query("SELECT name, sequencerTxn, writerTxn, suspended FROM wal_tables()", progress::take);
        return progress;
    }

    @Override
    public void close() {
        door.close();
    }

    private static String table(FrameSchema schema) {
        return "\"" + SampleTable.of(schema).name() + "\"";
    }

    private static String within(AssetId asset, long fromNanos, long toNanos) {
        long from = Math.max(0, fromNanos); // nothing is stored from before 1970
        return " WHERE asset = '" + asset + "' AND ts >= cast(" + from + " AS TIMESTAMP_NS) AND ts < cast("
                + Math.max(0, toNanos) + " AS TIMESTAMP_NS)";
    }

    private static long longOf(@Nullable String cell) {
        if (cell == null) {
            throw new IllegalStateException("QuestDB left a time empty, which its tables do not allow");
        }
        return Long.parseLong(cell);
    }

    private void execute(String sql) {
        query(sql, cells -> {});
    }

    private void query(String sql, AnswerReader.RowTaker taker) {
        try {
            InputStream answer = door.ask("/exec", Map.of("query", sql, "timings", "false"));
            AnswerReader.rows(answer, "dataset", taker);
        } catch (DatabaseDoor.Refused e) {
            if (!e.explanation.contains(NO_TABLE)) { // where nothing was written nothing is found
                throw new IllegalStateException(
                        "QuestDB at " + config.url() + " refuses a question: " + e.explanation, e);
            }
        } catch (UncheckedIOException e) {
            throw door.unavailable("broke off its answer", e);
        }
    }
}
