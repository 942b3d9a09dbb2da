package org.industrialmind.learning.leaderboard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The runs of the Tennessee Eastman process, a simulated chemical plant of 41 measurements and 11 valves, a row every three
 * minutes.
 *
 * <p>Split: what is normal is learned from d00.dat alone, 500 rows. The test runs dNN_te.dat, of a fault each, are normal
 * for 160 rows and abnormal from then on; d00_te.dat is normal throughout. The training runs of the faults are not read.
 *
 * @see "Chiang, Russell and Braatz 2001, Fault Detection and Diagnosis in Industrial Systems, Springer"
 */
public final class TennesseeEastman {
    /** How many rows of a test run are normal. */
    public static final int ROWS_BEFORE_FAULT = 160;

    private static final int COLUMNS = 52;
    private static final int FAULTS = 21;
    private static final Duration PERIOD = Duration.ofMinutes(3);
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private TennesseeEastman() {}

    /**
     * Reads the normal run and those faults whose files are there; the group of a run is "normal" or "fault".
     *
     * @throws MalformedBoardException if d00.dat.gz is missing, or a file is not of 52 columns
     */
    public static List<LabelledSeries> read(Path folder) {
        double[][] normal = read(folder, "d00.dat.gz");
        List<LabelledSeries> runs = new ArrayList<>();
        for (int fault = 0; fault <= FAULTS; fault++) {
            String name = String.format("d%02d_te", fault);
            if (Files.exists(folder.resolve(name + ".dat.gz"))) {
                double[][] test = read(folder, name + ".dat.gz");
                boolean[] abnormal = new boolean[test.length];
                for (int row = ROWS_BEFORE_FAULT; fault > 0 && row < test.length; row++) {
                    abnormal[row] = true;
                }
                String group = fault == 0 ? "normal" : "fault";
                runs.add(new LabelledSeries(name, group, normal, test, abnormal, false, PERIOD));
            }
        }
        if (runs.isEmpty()) {
            throw new MalformedBoardException("no test run dNN_te.dat.gz in " + folder
                    + ": expected at least one; next: name the folder that holds them with --from DIR");
        }
        return runs;
    }

    /** d00.dat is written with a column for each point in time, all others with a row. */
    private static double[][] read(Path folder, String name) {
        double[][] rows = NumberFile.rows(folder.resolve(name), BLANKS, 0);
        if (rows[0].length == COLUMNS) {
            return rows;
        }
        if (rows.length != COLUMNS) {
            throw new MalformedBoardException(folder.resolve(name) + " has " + rows.length + " rows of "
                    + rows[0].length + " numbers: expected " + COLUMNS + " of them, one a variable of the process");
        }
        double[][] turned = new double[rows[0].length][COLUMNS];
        for (int r = 0; r < turned.length; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                turned[r][c] = rows[c][r];
            }
        }
        return turned;
    }
}
