package org.industrialmind.learning.prognosis.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.regime.SettingsMixture;

/**
 * The few conditions under which a fleet runs, found from its settings alone by a {@link SettingsMixture}; one condition
 * where a fleet has no settings.
 *
 * <p>A reading is then compared with readings of its own condition: on C-MAPSS FD002 altitude moves a sensor a hundred times
 * as far as wear. A row belongs to its likeliest condition, also one that is typical of none; one whose settings were not all
 * read to that of the row before. A setting that varies freely is cut into stretches within which it varies little.
 */
public final class OperatingConditions {
    private static final int ROWS_LOOKED_AT = 3000;

    private final Optional<SettingsMixture> mixture;

    private OperatingConditions(Optional<SettingsMixture> mixture) {
        this.mixture = mixture;
    }

    /** Finds the conditions of a fleet. */
    public static OperatingConditions of(Fleet fleet, long seed) {
        double[][] rows = fleet.schema().settings().isEmpty() ? new double[0][] : sample(fleet);
        return rows.length == 0 ? single() : of(SettingsMixture.learn(Matrix.ofRows(rows), seed));
    }

    static OperatingConditions of(SettingsMixture mixture) {
        return new OperatingConditions(Optional.of(mixture));
    }

    static OperatingConditions single() {
        return new OperatingConditions(Optional.empty());
    }

    /** Returns evenly spaced rows whose settings were read. */
    private static double[][] sample(Fleet fleet) {
        int total = fleet.runs().stream().mapToInt(RunToFailure::rows).sum();
        int step = Math.max(1, total / ROWS_LOOKED_AT);
        List<double[]> rows = new ArrayList<>();
        int position = 0;
        for (RunToFailure run : fleet.runs()) {
            for (int row = 0; row < run.rows(); row++, position++) {
                double[] settings = settings(run, row);
                if (position % step == 0 && read(settings)) {
                    rows.add(settings);
                }
            }
        }
        return rows.toArray(double[][]::new);
    }

    private static boolean read(double[] settings) {
        return Arrays.stream(settings).allMatch(Double::isFinite);
    }

    private static double[] settings(RunToFailure run, int row) {
        double[] settings = new double[run.schema().settings().size()];
        for (int c = 0; c < settings.length; c++) {
            settings[c] = run.setting(row, c);
        }
        return settings;
    }

    /** Returns what tells the conditions apart; empty where there is one. */
    Optional<SettingsMixture> mixture() {
        return mixture;
    }

    /** Returns the number of conditions. */
    public int count() {
        return mixture.map(SettingsMixture::count).orElse(1);
    }

    /** Returns the settings in the middle of a condition; none where none were ever read. */
    double[] settings(int condition) {
        return mixture.map(bells -> {
                    double[] spans = bells.spans();
                    List<Double> mean = bells.bells().get(condition).mean();
                    return IntStream.range(0, spans.length)
                            .mapToDouble(c -> mean.get(c) * spans[c])
                            .toArray();
                })
                .orElse(new double[0]);
    }

    /** Returns the condition of a row, from 0. */
    public int of(RunToFailure run, int row) {
        return mixture.map(bells -> regime(bells, run, row)).orElse(0);
    }

    private static int regime(SettingsMixture bells, RunToFailure run, int row) {
        for (int before = row; before >= 0; before--) {
            double[] settings = settings(run, before);
            if (read(settings)) {
                return bells.of(settings).regime();
            }
        }
        return 0;
    }
}
