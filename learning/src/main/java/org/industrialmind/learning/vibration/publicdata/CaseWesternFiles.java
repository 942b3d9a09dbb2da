package org.industrialmind.learning.vibration.publicdata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.vibration.Waveform;
import org.industrialmind.learning.vibration.bearing.BearingCatalogue;
import org.industrialmind.learning.vibration.bearing.BearingOrders;

/**
 * The seeded-fault bearings of Case Western Reserve University: a 2 hp motor whose drive-end bearing (SKF 6205-2RS) had a
 * pit eroded into its ball, inner or outer race, 7, 14 or 21 mil wide; accelerations in g above that bearing.
 *
 * <p>Expected in the folder: {@code index.csv} with the columns file, load_hp, rpm, class, fault_diameter_mil, samples, and
 * the files it names, one acceleration a line, gzip.
 *
 * <p>Two traps. There is <b>one bearing for each fault and size</b>, run at all loads: parts of one recording, or recordings
 * at several loads, in training and in test let a model recognise the bearing, not the fault. And the normal recording's
 * length is that of those taken at 48,000 readings per second, four times the rate of the others, which alone gives it
 * away.
 */
public final class CaseWesternFiles {
    /** Readings per second of the recordings with a fault. */
    public static final double RATE = 12_000;

    private CaseWesternFiles() {}

    /** What was done to the bearing. */
    public enum Fault {
        NORMAL,
        BALL,
        INNER,
        OUTER;

        static Fault parse(String name) {
            for (Fault fault : values()) {
                if (fault.name().equalsIgnoreCase(name)) {
                    return fault;
                }
            }
            throw new IllegalArgumentException(
                    "the class '" + name + "' is not known: expected normal, ball, inner or outer");
        }
    }

    /**
     * A recording.
     *
     * @param file its name
     * @param load of the motor, in horsepower
     * @param size diameter of the pit, in thousandths of an inch; 0 where there is none
     * @param waveform as if at {@link #RATE}, with the speed of the shaft
     */
    public record BearingRun(String file, int load, Fault fault, int size, Waveform waveform) {
        /** Returns the recording in blocks of so many readings that do not overlap; what is left at the end is left out. */
        public List<Waveform> blocks(int readings) {
            List<Waveform> blocks = new ArrayList<>();
            for (int from = 0; from + readings <= waveform.size(); from += readings) {
                blocks.add(waveform.part(from, from + readings));
            }
            return blocks;
        }
    }

    /** Returns the orders of the faults of the drive-end bearing. */
    public static BearingOrders driveEnd() {
        return BearingCatalogue.ofTestRigs().bearing("SKF 6205-2RS").orders();
    }

    /**
     * Reads all recordings that the index names.
     *
     * @throws IllegalArgumentException if a file is missing or not of the expected form; the message names it
     */
    public static List<BearingRun> read(Path folder) throws IOException {
        Path index = folder.resolve("index.csv");
        List<String> lines = NumberLines.of(index);
        List<BearingRun> runs = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            if (cells.length < 5) {
                throw new IllegalArgumentException(index + ", line " + (i + 1) + ": '" + lines.get(i)
                        + "': expected file,load_hp,rpm,class,fault_diameter_mil,samples");
            }
            double speed = NumberLines.number(cells[2], index, i + 1) / 60;
            runs.add(new BearingRun(
                    cells[0],
                    (int) NumberLines.number(cells[1], index, i + 1),
                    Fault.parse(cells[3]),
                    (int) NumberLines.number(cells[4], index, i + 1),
                    Waveform.ofGravities(readings(folder.resolve(cells[0])), RATE)
                            .atShaftSpeed(speed)));
        }
        return runs;
    }

    private static double[] readings(Path file) throws IOException {
        List<String> lines = NumberLines.of(file);
        double[] readings = new double[lines.size()];
        for (int t = 0; t < readings.length; t++) {
            readings[t] = NumberLines.number(lines.get(t), file, t + 1);
        }
        return readings;
    }
}
