package org.industrialmind.telemetry.scoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.telemetry.store.RowChecksum;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.telemetry.store.StoreUnavailableException;

/** A store in memory that can be away, slow, or unwilling. */
final class MemoryStore implements SampleStore {
    private record Row(Frame frame, int index) {}

    private record Series(AssetId asset, long schema) {}

    private record Judged(AssetId asset, long end) {}

    private final Map<Series, NavigableMap<Long, Row>> rows = new ConcurrentHashMap<>();
    private final Map<Judged, Assessment> assessments = new ConcurrentHashMap<>();
    private final Set<Long> prepared = new HashSet<>();
    final AtomicInteger writes = new AtomicInteger();
    volatile boolean away;
    volatile boolean hiding;
    volatile long delayMillis;
    volatile Optional<AssetId> refused = Optional.empty();

    private void enter() {
        if (delayMillis > 0) {
            try {
                Thread.sleep(delayMillis);
            } catch (InterruptedException stopped) {
                throw new StoreUnavailableException("interrupted", stopped);
            }
        }
        if (away) {
            throw new StoreUnavailableException("switched off by the test");
        }
    }

    @Override
    public synchronized void prepare(FrameSchema schema) {
        enter();
        prepared.add(schema.id());
    }

    @Override
    public synchronized void write(List<Frame> frames) {
        enter();
        writes.incrementAndGet();
        for (Frame frame : frames) {
            if (refused.filter(frame.asset()::equals).isPresent()) {
                throw new IllegalArgumentException("asset " + frame.asset() + " is refused by the test");
            }
            if (!prepared.contains(frame.schema().id())) {
                throw new IllegalStateException("schema not prepared");
            }
        }
        for (Frame frame : frames) {
            NavigableMap<Long, Row> series = rows.computeIfAbsent(
                    new Series(frame.asset(), frame.schema().id()), _ -> new TreeMap<>());
            for (int row = 0; row < frame.rows(); row++) {
                series.put(frame.time(row), new Row(frame, row));
            }
        }
    }

    @Override
    public synchronized void writeAssessments(List<Assessment> some) {
        enter();
        some.forEach(each -> assessments.put(new Judged(each.asset(), each.windowEndNanos()), each));
    }

    /** Returns all assessments by asset and window end, in a form that compares. */
    synchronized Map<String, Assessment> judged() {
        Map<String, Assessment> all = new TreeMap<>();
        assessments.forEach((key, value) -> all.put(key.asset() + "@" + key.end(), value));
        return all;
    }

    private NavigableMap<Long, Row> series(AssetId asset, FrameSchema schema) {
        return rows.getOrDefault(new Series(asset, schema.id()), new TreeMap<>());
    }

    private static Frame single(Row row) {
        Frame frame = row.frame();
        int width = frame.schema().width();
        double[] values = new double[width];
        byte[] qualities = new byte[width];
        for (int channel = 0; channel < width; channel++) {
            values[channel] = frame.value(row.index(), channel);
            qualities[channel] = frame.qualityCode(row.index(), channel);
        }
        return Frame.of(frame.asset(), frame.schema(), new long[] {frame.time(row.index())}, values, qualities);
    }

    @Override
    public synchronized Optional<Frame> latest(AssetId asset, FrameSchema schema) {
        return Optional.ofNullable(series(asset, schema).lastEntry()).map(entry -> single(entry.getValue()));
    }

    @Override
    public synchronized List<Frame> range(AssetId asset, FrameSchema schema, long from, long to, int limit) {
        enter();
        return series(asset, schema).subMap(from, to).values().stream()
                .limit(limit)
                .map(MemoryStore::single)
                .toList();
    }

    @Override
    public List<Bucket> condensed(AssetId asset, FrameSchema schema, String channel, long from, long to, int buckets) {
        throw new IllegalArgumentException("the scoring runtime does not ask for condensed readings");
    }

    @Override
    public List<Assessment> assessments(AssetId asset, long from, long to, int limit) {
        List<Assessment> found = new ArrayList<>(judged().values());
        found.removeIf(
                each -> !each.asset().equals(asset) || each.windowEndNanos() < from || each.windowEndNanos() >= to);
        return found;
    }

    @Override
    public synchronized Ledger ledger(AssetId asset, FrameSchema schema, long from, long to) {
        var span = series(asset, schema).subMap(from, to).values();
        return new Ledger(
                span.size(),
                span.stream()
                        .mapToLong(row -> RowChecksum.of(row.frame(), row.index()))
                        .sum());
    }

    @Override
    public Duration visibility() {
        return Duration.ZERO;
    }

    @Override
    public void awaitVisible(Duration limit) {
        if (hiding) {
            throw new StoreUnavailableException("hidden by the test");
        }
        enter();
    }

    @Override
    public void close() {}
}
