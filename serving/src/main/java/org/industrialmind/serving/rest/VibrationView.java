package org.industrialmind.serving.rest;

import java.util.List;
import org.industrialmind.advisor.condition.VibrationSeverity;

/**
 * How severely a machine vibrates, by zones from A (as new) to D (enough to cause damage).
 *
 * @param zone that of its worst point
 * @param standard where the limits are from
 * @param limits the upper ends of zones A, B and C, in mm/s RMS
 */
public record VibrationView(String zone, String standard, List<Double> limits, List<PointView> points) {
    /**
     * One measuring point.
     *
     * @param velocity over the last minutes of steady running, in mm/s RMS
     */
    public record PointView(String channel, double velocity, String zone) {}

    static VibrationView of(VibrationSeverity severity) {
        var limits = severity.limits();
        return new VibrationView(
                severity.zone().name(),
                severity.standard(),
                List.of(limits.ab(), limits.bc(), limits.cd()),
                severity.points().stream()
                        .map(point -> new PointView(
                                point.channel(), point.velocity(), point.zone().name()))
                        .toList());
    }
}
