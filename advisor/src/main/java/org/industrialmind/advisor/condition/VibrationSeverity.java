package org.industrialmind.advisor.condition;

import java.util.Comparator;
import java.util.List;
import org.industrialmind.learning.vibration.severity.Zone;
import org.industrialmind.learning.vibration.severity.ZoneLimits;

/**
 * How severely a machine vibrates, by absolute limits and whatever is usual for it.
 *
 * @param points where it is measured; at least one
 * @param standard where the limits are from
 */
public record VibrationSeverity(List<Point> points, ZoneLimits limits, String standard) {
    /**
     * One measuring point.
     *
     * @param velocity over the last minutes of steady running, in mm/s RMS
     */
    public record Point(String channel, double velocity, Zone zone) {}

    public VibrationSeverity {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a vibration without a measuring point: expected at least one");
        }
    }

    /** Returns the zone of the machine, which is that of its worst point. */
    public Zone zone() {
        return points.stream().map(Point::zone).max(Comparator.naturalOrder()).orElseThrow();
    }
}
