package org.industrialmind.telemetry.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;

/** The readable twin of the stores: sorted maps in memory, for tests that need a store but not a database. */
public final class InMemorySampleStore implements SampleStore {
    private record Series(AssetId asset, long schema) {}

    private record Judgement(long windowEndNanos, String model) {}

    private static final Comparator<Judgement> BY_TIME =
            Comparator.comparingLong(Judgement::windowEndNanos).thenComparing(Judgement::model);

    private final Set<Long> prepared = new HashSet<>();
    private final Map<Series, NavigableMap<Long, Frame>> rows = new HashMap<>();
    private final Map<AssetId, NavigableMap<Judgement, Assessment>> judgements = new HashMap<>();
    private boolean away;

    /** Lets every call fail as if the database could not be reached, until {@link #comeBack()}. */
    public synchronized void goAway() {
        away = true;
    }

    public synchronized void comeBack() {
        away = false;
    }

    private void requireHere() {
        if (away) {
            throw new StoreUnavailableException("the store in memory was told to be away");
        }
    }

    @Override
    public synchronized void prepare(FrameSchema schema) {
        requireHere();
        prepared.add(schema.id());
    }

    @Override
    public synchronized void write(List<Frame> frames) {
        requireHere();
        for (Frame frame : frames) {
            if (!prepared.contains(frame.schema().id())) {
                throw new IllegalArgumentException(frame + " is of an unknown schema: call prepare(schema) first");
            }
            for (int row = 0; row < frame.rows(); row++) {
                requireStorable(frame, row);
                rows.computeIfAbsent(new Series(frame.asset(), frame.schema().id()), series -> new TreeMap<>())
                        .put(frame.time(row), row(frame, row));
            }
        }
    }

    private static void requireStorable(Frame frame, int row) {
        for (int c = 0; c < frame.schema().width(); c++) {
            if (Double.isInfinite(frame.value(row, c))) {
                throw new IllegalArgumentException("row " + row + " of " + frame + " cannot be stored: channel "
                        + frame.schema().channel(c).name() + " is " + frame.value(row, c));
            }
        }
        if (frame.time(row) < 0) {
            throw new IllegalArgumentException("row " + row + " of " + frame + " cannot be stored: it is before 1970");
        }
    }

    private static Frame row(Frame frame, int row) {
        int width = frame.schema().width();
        double[] values = new double[width];
        byte[] qualities = new byte[width];
        for (int c = 0; c < width; c++) {
            values[c] = frame.value(row, c);
            qualities[c] = frame.qualityCode(row, c);
        }
        return Frame.of(frame.asset(), frame.schema(), new long[] {frame.time(row)}, values, qualities);
    }

    private NavigableMap<Long, Frame> series(AssetId asset, FrameSchema schema) {
        requireHere();
        return rows.getOrDefault(new Series(asset, schema.id()), new TreeMap<>());
    }

    private static <V> NavigableMap<Long, V> within(NavigableMap<Long, V> all, long from, long to) {
        return from < to ? all.subMap(from, true, to, false) : new TreeMap<>();
    }

    @Override
    public synchronized void writeAssessments(List<Assessment> assessments) {
        requireHere();
        for (Assessment assessment : assessments) {
            AssessmentRow row = AssessmentRow.of(assessment);
            String model = row.model().map(known -> known.name()).orElse("");
            judgements
                    .computeIfAbsent(row.asset(), asset -> new TreeMap<>(BY_TIME))
                    .put(new Judgement(row.timeNanos(), model), assessment);
        }
    }

    @Override
    public synchronized Optional<Frame> latest(AssetId asset, FrameSchema schema) {
        return Optional.ofNullable(series(asset, schema).lastEntry()).map(Map.Entry::getValue);
    }

    @Override
    public synchronized List<Frame> range(AssetId asset, FrameSchema schema, long fromNanos, long toNanos, int limit) {
        Limit.require(limit);
        return joined(
                asset,
                schema,
                within(series(asset, schema), fromNanos, toNanos).values().stream()
                        .limit(limit)
                        .toList());
    }

    /** Joins frames of one row each to frames of as many rows as a frame may have. */
    private static List<Frame> joined(AssetId asset, FrameSchema schema, List<Frame> single) {
        int most = Math.clamp(Frame.MAX_VALUES / schema.width(), 1, 1_000);
        int width = schema.width();
        List<Frame> found = new ArrayList<>();
        for (int first = 0; first < single.size(); first += most) {
            List<Frame> part = single.subList(first, Math.min(first + most, single.size()));
            double[] values = new double[part.size() * width];
            byte[] qualities = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = part.get(i / width).value(0, i % width);
                qualities[i] = part.get(i / width).qualityCode(0, i % width);
            }
            long[] times = part.stream().mapToLong(row -> row.time(0)).toArray();
            found.add(Frame.of(asset, schema, times, values, qualities));
        }
        return found;
    }

    @Override
    public synchronized List<Bucket> condensed(
            AssetId asset, FrameSchema schema, String channel, long fromNanos, long toNanos, int buckets) {
        int index = SampleTable.indexOf(schema, channel);
        return BucketTwin.condensed(List.copyOf(series(asset, schema).values()), index, fromNanos, toNanos, buckets);
    }

    @Override
    public synchronized List<Assessment> assessments(AssetId asset, long fromNanos, long toNanos, int limit) {
        requireHere();
        Limit.require(limit);
        List<Assessment> found = judgements.getOrDefault(asset, new TreeMap<>(BY_TIME)).values().stream()
                .filter(a -> a.windowEndNanos() >= fromNanos && a.windowEndNanos() < toNanos)
                .toList();
        return Answered.of(found, limit);
    }

    @Override
    public synchronized Ledger ledger(AssetId asset, FrameSchema schema, long fromNanos, long toNanos) {
        LedgerCounter counter = new LedgerCounter();
        within(series(asset, schema), fromNanos, toNanos).values().forEach(counter::count);
        return counter.ledger();
    }

    @Override
    public Duration visibility() {
        return Duration.ZERO;
    }

    @Override
    public synchronized void awaitVisible(Duration limit) {
        requireHere();
    }

    @Override
    public void close() {}
}
