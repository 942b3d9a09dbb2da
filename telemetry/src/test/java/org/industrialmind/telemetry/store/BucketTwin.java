package org.industrialmind.telemetry.store;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.Quality;

/** Condensing as it would be explained on a blackboard. */
final class BucketTwin {
    private BucketTwin() {}

    static List<SampleStore.Bucket> condensed(Frame frame, int channel, long from, long to, int buckets) {
        return condensed(List.of(frame), channel, from, to, buckets);
    }

    static List<SampleStore.Bucket> condensed(List<Frame> frames, int channel, long from, long to, int buckets) {
        BucketSpan span = BucketSpan.of(from, to, buckets);
        Map<Long, DoubleSummaryStatistics> filled = new TreeMap<>();
        for (Frame frame : frames) {
            for (int row = 0; row < frame.rows(); row++) {
                long time = frame.time(row);
                double value = frame.value(row, channel);
                boolean usable = Quality.usable(frame.qualityCode(row, channel)) && !Double.isNaN(value);
                if (time >= from && time < to && usable) {
                    filled.computeIfAbsent((time - from) / span.widthNanos(), n -> new DoubleSummaryStatistics())
                            .accept(value);
                }
            }
        }
        List<SampleStore.Bucket> found = new ArrayList<>();
        filled.forEach((number, s) -> span.bucket(number, s.getMin(), s.getMax(), s.getAverage(), s.getCount())
                .ifPresent(found::add));
        return found;
    }
}
