package org.industrialmind.telemetry.scoring;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.telemetry.store.SampleStore;

/** A store that remembers only how much it was given: it shows what the runtime itself costs. */
final class CountingStore implements SampleStore {
    private final AtomicLong rows = new AtomicLong();

    @Override
    public void prepare(FrameSchema schema) {}

    @Override
    public void write(List<Frame> frames) {
        frames.forEach(frame -> rows.addAndGet(frame.rows()));
    }

    @Override
    public void writeAssessments(List<Assessment> assessments) {}

    @Override
    public Optional<Frame> latest(AssetId asset, FrameSchema schema) {
        return Optional.empty();
    }

    @Override
    public List<Frame> range(AssetId asset, FrameSchema schema, long from, long to, int limit) {
        return List.of();
    }

    @Override
    public List<Bucket> condensed(AssetId asset, FrameSchema schema, String channel, long from, long to, int buckets) {
        return List.of();
    }

    @Override
    public List<Assessment> assessments(AssetId asset, long from, long to, int limit) {
        return List.of();
    }

    @Override
    public Ledger ledger(AssetId asset, FrameSchema schema, long from, long to) {
        return new Ledger(rows.get(), 0);
    }

    @Override
    public Duration visibility() {
        return Duration.ZERO;
    }

    @Override
    public void awaitVisible(Duration limit) {}

    @Override
    public void close() {}
}
