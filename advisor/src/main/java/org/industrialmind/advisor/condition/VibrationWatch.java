package org.industrialmind.advisor.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.industrialmind.learning.vibration.severity.SeverityTable;
import org.industrialmind.learning.vibration.severity.SeverityTable.Row;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * Keeps the vibration velocity of each machine over its last minutes of steady running, and tells its zone.
 *
 * <p>The velocity is the root of a mean square that fades with a time constant of two minutes, so that one knock does not
 * change a zone and nothing has to be kept but two numbers for each measuring point. Zones are for steady running: a machine
 * that stops or changes over is forgotten and begins anew.
 */
public final class VibrationWatch {
    private static final double MEMORY_NANOS = 120e9;
    private static final double LEAST_WEIGHT = 1 - Math.exp(-50e9 / MEMORY_NANOS); // of a minute that may have gaps

    private final SeverityTable table;
    private final Map<AssetId, Levels> levels = new ConcurrentHashMap<>();

    public VibrationWatch(SeverityTable table) {
        this.table = table;
    }

    /** Takes the readings in that a window brings, and what was made of it. */
    public void on(Window window, Assessment assessment) {
        FrameSchema schema = window.schema();
        int[] points = IntStream.range(0, schema.width())
                .filter(c -> SeverityTable.judges(schema.channel(c)))
                .toArray();
        if (points.length == 0) {
            return;
        }
        levels.compute(window.asset(), (asset, known) -> {
            boolean fits = known != null && known.schema.id() == schema.id();
            Levels before = fits ? known : Levels.none(schema, points, Long.MIN_VALUE);
            if (window.endNanos() <= before.endNanos) {
                return before; // assessed again for a late row
            }
            return steady(assessment) ? before.after(window) : Levels.none(schema, points, window.endNanos());
        });
    }

    private static boolean steady(Assessment assessment) {
        return !(assessment instanceof Assessment.NotAssessable not)
                || switch (not.reason()) {
                    case STANDSTILL, TRANSIENT -> false;
                    case NO_MODEL, TOO_FEW_READINGS, UNKNOWN_REGIME, OTHER_SCHEMA, SCORER_FAILED -> true;
                };
    }

    /**
     * Returns how severely that machine vibrates, or empty if the table has no limits for it, no velocity of it is measured, or
     * less than 50 seconds of readings have come since it runs steadily.
     */
    public Optional<VibrationSeverity> of(Asset asset) {
        return table.find(asset)
                .flatMap(row -> Optional.ofNullable(levels.get(asset.id()))
                        .map(level -> level.points(row))
                        .filter(points -> !points.isEmpty())
                        .map(points -> new VibrationSeverity(points, row.limits(), row.standard())));
    }

    /** The fading mean squares of one machine: of each point the weight of what was read, and its weighted square. */
    private static final class Levels {
        private final FrameSchema schema;
        private final int[] channels;
        private final double[] weights; // 0 to 1
        private final double[] squares; // weighted sums, (mm/s)^2
        private final long endNanos;

        private Levels(FrameSchema schema, int[] channels, double[] weights, double[] squares, long endNanos) {
            this.schema = schema;
            this.channels = channels;
            this.weights = weights;
            this.squares = squares;
            this.endNanos = endNanos;
        }

        /** Returns the levels of a machine that runs steadily from then on. */
        static Levels none(FrameSchema schema, int[] channels, long fromNanos) {
            int points = channels.length;
            return new Levels(schema, channels, new double[points], new double[points], fromNanos);
        }

        /** Returns the levels with the rows of the window that have not been seen. */
        Levels after(Window window) {
            long period = schema.periodNanos();
            double gap = endNanos == Long.MIN_VALUE ? 0 : Math.max(0, window.startNanos() - endNanos);
            double[] weight = faded(weights, gap);
            double[] square = faded(squares, gap);
            double share = 1 - Math.exp(-period / MEMORY_NANOS);
            for (int row = 0; row < window.length(); row++) {
                if (window.startNanos() + row * period >= endNanos) {
                    for (int i = 0; i < channels.length; i++) {
                        double velocity = window.get(row, channels[i]);
                        double told = Double.isNaN(velocity) ? 0 : share;
                        weight[i] = (1 - share) * weight[i] + told;
                        square[i] = (1 - share) * square[i] + (told > 0 ? told * velocity * velocity : 0);
                    }
                }
            }
            return new Levels(schema, channels, weight, square, window.endNanos());
        }

        private static double[] faded(double[] values, double nanos) {
            return Arrays.stream(values)
                    .map(value -> value * Math.exp(-nanos / MEMORY_NANOS))
                    .toArray();
        }

        List<VibrationSeverity.Point> points(Row row) {
            List<VibrationSeverity.Point> points = new ArrayList<>();
            for (int i = 0; i < channels.length; i++) {
                if (weights[i] >= LEAST_WEIGHT) {
                    double velocity = Math.sqrt(squares[i] / weights[i]);
                    points.add(new VibrationSeverity.Point(
                            schema.channel(channels[i]).name(),
                            velocity,
                            row.limits().zone(velocity)));
                }
            }
            return points;
        }
    }
}
