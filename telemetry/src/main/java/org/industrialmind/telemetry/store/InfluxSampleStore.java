package org.industrialmind.telemetry.store;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.jspecify.annotations.Nullable;

/**
 * Samples in InfluxDB: one measurement for each schema, the asset as its tag, a field for each channel.
 *
 * <p>Only {@code /write} and {@code /query} with InfluxQL are used, which versions 1, 2 and 3 share; making the database is
 * up to whoever runs the server. The precision of times is not stated, since unstated means nanoseconds everywhere, while a
 * wrongly spelt one is silently taken for nanoseconds by version 1.
 *
 * <p>InfluxDB merges a rewritten point field by field. For the last writing to win whole, every row carries its
 * {@code quality} text, which also says which values are missing (see {@link QualityText}); a value left over from an
 * earlier writing is thereby known to be one.
 */
public final class InfluxSampleStore implements SampleStore {
    private final InfluxConfig config;
    private final DatabaseDoor door;
    private final LineWriter writer;

    public InfluxSampleStore(InfluxConfig config) {
        this.config = config;
        this.door = new DatabaseDoor(
                "InfluxDB", config.url(), config.login(), config.connectTimeout(), config.requestTimeout());
        Map<String, String> database = Map.of("db", config.database());
        this.writer = new LineWriter(
                LineProtocolEncoder.Dialect.INFLUX,
                config.batchBytes(),
                (bytes, length) -> door.write("/write", database, bytes, length));
    }

    /** {@inheritDoc} InfluxDB makes a measurement by itself, so this only lays out the rows. */
    @Override
    public void prepare(FrameSchema schema) {
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
        String tail = " WHERE \"asset\" = '" + asset + "' ORDER BY time DESC LIMIT 1";
        List<Frame> found = new ArrayList<>();
        rows(asset, schema, tail, found::add);
        return found.stream().findFirst();
    }

    @Override
    public List<Frame> range(AssetId asset, FrameSchema schema, long fromNanos, long toNanos, int limit) {
        Limit.require(limit);
        List<Frame> found = new ArrayList<>();
        rows(asset, schema, within(asset, fromNanos, toNanos) + " ORDER BY time LIMIT " + limit, found::add);
        return found;
    }

    @Override
    public Ledger ledger(AssetId asset, FrameSchema schema, long fromNanos, long toNanos) {
        LedgerCounter counter = new LedgerCounter();
        rows(asset, schema, within(asset, fromNanos, toNanos), counter::count);
        return counter.ledger();
    }

    private void rows(AssetId asset, FrameSchema schema, String tail, Consumer<Frame> taker) {
        SampleTable table = SampleTable.of(schema);
        String fields = table.columns().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        FrameCollector collector = new FrameCollector(asset, schema, taker);
        // time, the channels, quality
        query(
                "SELECT " + fields + ", \"quality\" FROM \"" + table.name() + "\"" + tail,
                cells -> collector.add(longOf(cells.get(0)), cells, 1, cells.get(1 + schema.width())));
        collector.flush();
    }

    @Override
    public List<Bucket> condensed(
            AssetId asset, FrameSchema schema, String channel, long fromNanos, long toNanos, int buckets) {
        int index = SampleTable.indexOf(schema, channel);
        BucketSpan span = BucketSpan.of(fromNanos, toNanos, buckets);
        SampleTable table = SampleTable.of(schema);
        String field = "\"" + table.columns().get(index) + "\"";
        // GROUP BY time is aligned to the epoch; the offset moves the buckets to begin with the span
        String sql = "SELECT min(" + field + "), max(" + field + "), mean(" + field + "), count(" + field + ") FROM \""
                + table.name() + "\"" + within(asset, fromNanos, toNanos) + " AND \"quality\" !~ /" + unusable(index)
                + "/ GROUP BY time(" + span.widthNanos() + "ns, " + Math.floorMod(fromNanos, span.widthNanos())
                + "ns) fill(none)";
        boolean single = schema.precision() == FrameSchema.Precision.SINGLE;
        List<Bucket> found = new ArrayList<>();
        query(sql, cells -> {
            List<@Nullable String> numbered = new ArrayList<>(cells);
            numbered.set(0, Long.toString((longOf(cells.get(0)) - fromNanos) / span.widthNanos()));
            span.bucket(numbered, single).ifPresent(found::add);
        });
        return found;
    }

    /** Returns a pattern for the quality texts in which the channel is bad or missing; one repetition is at most 1,000. */
    private static String unusable(int index) {
        int skipped = 2 * index;
        String skip =
                "^" + ".{1000}".repeat(skipped / 1_000) + (skipped % 1_000 == 0 ? "" : ".{" + skipped % 1_000 + "}");
        return skip + "[" + QualityText.BAD + QualityText.MISSING + "]";
    }

    @Override
    public List<Assessment> assessments(AssetId asset, long fromNanos, long toNanos, int limit) {
        Limit.require(limit);
        List<Assessment> found = new ArrayList<>();
        String sql = "SELECT \"model\", \"version\", \"kind\", \"score\", \"reason\", \"contributions\", \"suspect\""
                + " FROM assessments" + within(asset, fromNanos, toNanos) + " ORDER BY time LIMIT " + (limit + 1L);
        query(sql, cells -> found.add(AssessmentRow.read(asset, cells).toAssessment()));
        return Answered.of(found, limit);
    }

    /** {@inheritDoc} InfluxDB shows a point once it has acknowledged it. */
    @Override
    public Duration visibility() {
        return Duration.ZERO;
    }

    @Override
    public void awaitVisible(Duration limit) {
        query("SHOW MEASUREMENTS LIMIT 1", cells -> {}); // nothing to wait for, but say if the server is away
    }

    @Override
    public void close() {
        door.close();
    }

    private static String within(AssetId asset, long fromNanos, long toNanos) {
        long from = Math.max(0, fromNanos); // nothing is stored from before 1970
        long to = Math.clamp(toNanos, 0, 9_223_372_036_854_775_806L); // the latest time of InfluxDB
        return " WHERE \"asset\" = '" + asset + "' AND time >= " + from + " AND time < " + to;
    }

    private static long longOf(@Nullable String cell) {
        if (cell == null) {
            throw new IllegalStateException("InfluxDB left a time empty, which its points do not allow");
        }
        return Long.parseLong(cell);
    }

    private void query(String influxQl, AnswerReader.RowTaker taker) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("db", config.database());
        parameters.put("epoch", "ns");
        parameters.put("q", influxQl);
        try {
            InputStream answer = door.ask("/query", parameters);
            AnswerReader.rows(answer, "values", taker);
        } catch (DatabaseDoor.Refused e) {
            throw new IllegalStateException("InfluxDB at " + config.url() + " refuses a question: " + e.explanation, e);
        } catch (UncheckedIOException e) {
            throw door.unavailable("broke off its answer", e);
        }
    }
}
