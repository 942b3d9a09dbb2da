package org.industrialmind.learning.vibration.publicdata;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.vibration.Waveform;
import org.industrialmind.learning.vibration.health.SnapshotFeatures;
import org.industrialmind.learning.vibration.health.SnapshotTable;

/**
 * The bearings of FEMTO-ST's PRONOSTIA rig (PHM challenge of 2012), overloaded until they failed within hours; a tenth of a
 * second of acceleration in two directions each ten seconds.
 *
 * <p>Expected in the folder: {@code index.csv} with the columns bearing, operating_condition, snapshots_to_failure, and more,
 * and for each bearing {@code NAME.csv.gz} with the columns snapshot, axis (h or v) and the readings in g. Snapshots may be
 * missing; those with one direction only are left out.
 *
 * @see "Nectoux et al. 2012, PRONOSTIA: an experimental platform for bearings accelerated degradation tests, IEEE PHM"
 */
public final class FemtoFiles {
    /** Readings per second. */
    public static final double RATE = 25_600;

    /** Seconds from one snapshot to the next in the original numbering. */
    public static final double PERIOD = 10;

    private static final SnapshotFeatures FEATURES = new SnapshotFeatures(List.of("horizontal", "vertical"), 5);

    private FemtoFiles() {}

    /** How hard a bearing was driven. */
    public enum Condition {
        FIRST(1800, 4000),
        SECOND(1650, 4200),
        THIRD(1500, 5000);

        private final double rpm;
        private final double newtons;

        Condition(double rpm, double newtons) {
            this.rpm = rpm;
            this.newtons = newtons;
        }

        /** Returns the revolutions per second. */
        public double speed() {
            return rpm / 60;
        }

        /** Returns the radial load, in newtons. */
        public double load() {
            return newtons;
        }
    }

    /**
     * A bearing's life.
     *
     * @param failedAt seconds of operation, when its vibration went beyond 20 g and the run was ended
     * @param snapshots what was seen of it, in features; times in seconds of operation
     */
    public record BearingLife(Condition condition, double failedAt, SnapshotTable snapshots) {}

    private enum Axis {
        H,
        V
    }

    /** Returns the names of the features of a snapshot. */
    public static List<String> features() {
        return FEATURES.names();
    }

    /**
     * Reads all bearings that the index names.
     *
     * @throws IllegalArgumentException if a file is missing or not of the expected form; the message names it
     */
    public static List<BearingLife> read(Path folder) throws IOException {
        Path index = folder.resolve("index.csv");
        List<String> lines = NumberLines.of(index);
        List<BearingLife> lives = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            if (cells.length < 3 || !cells[1].matches("[123]")) {
                throw new IllegalArgumentException(index + ", line " + (i + 1) + ": '" + lines.get(i)
                        + "': expected bearing,operating_condition,snapshots_to_failure with a condition from 1 to 3");
            }
            Condition condition = Condition.values()[Integer.parseInt(cells[1]) - 1];
            double snapshots = NumberLines.number(cells[2], index, i + 1);
            lives.add(new BearingLife(
                    condition, snapshots * PERIOD, table(cells[0], condition, folder.resolve(cells[0] + ".csv.gz"))));
        }
        return lives;
    }

    private static SnapshotTable table(String name, Condition condition, Path file) throws IOException {
        Map<Integer, Map<Axis, Waveform>> blocks = new TreeMap<>();
        try (BufferedReader reader = NumberLines.reader(file)) {
            reader.readLine(); // the heading
            int line = 1;
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                line++;
                String[] cells = row.split(",", -1);
                if (cells.length < 4 || !cells[1].matches("[hv]")) {
                    throw new IllegalArgumentException(file + ", line " + line + " has " + cells.length
                            + " cells: expected snapshot,axis and readings, with the axis h or v");
                }
                double[] gravities = new double[cells.length - 2];
                for (int t = 0; t < gravities.length; t++) {
                    gravities[t] = NumberLines.number(cells[t + 2], file, line);
                }
                blocks.computeIfAbsent(
                                (int) NumberLines.number(cells[0], file, line), number -> new EnumMap<>(Axis.class))
                        .put(
                                cells[1].equals("h") ? Axis.H : Axis.V,
                                Waveform.ofGravities(gravities, RATE).atShaftSpeed(condition.speed()));
            }
        }
        blocks.values().removeIf(axes -> axes.size() < Axis.values().length);
        List<Double> seconds =
                blocks.keySet().stream().map(number -> (number - 1) * PERIOD).toList();
        double[][] rows = blocks.values().stream()
                .map(axes -> FEATURES.row(List.copyOf(axes.values()))) // h before v, as the enum has them
                .toArray(double[][]::new);
        return new SnapshotTable(name, FEATURES.names(), seconds, Matrix.ofRows(rows));
    }
}
