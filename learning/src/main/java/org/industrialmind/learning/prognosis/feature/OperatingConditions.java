package org.industrialmind.learning.prognosis.feature;

import java.util.Optional;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.regime.SettingsMixture;

/**
 * The few conditions under which a fleet runs, found from its settings alone by a {@link SettingsMixture}; one condition
 * where a fleet has no settings.
 *
 * <p>A reading is then compared with readings of its own condition: on C-MAPSS FD002 altitude moves a sensor a hundred times
 * as far as wear. A row belongs to its likeliest condition, also one that is typical of none.
 */
public final class OperatingConditions {
    private static final int ROWS_LOOKED_AT = 3000;

    private final Optional<SettingsMixture> mixture;

    private OperatingConditions(Optional<SettingsMixture> mixture) {
        this.mixture = mixture;
    }

    /** Finds the conditions of a fleet. */
    public static OperatingConditions of(Fleet fleet, long seed) {
        return fleet.schema().settings().isEmpty()
                ? single()
                : of(SettingsMixture.learn(Matrix.ofRows(sample(fleet)), seed));
    }

    static OperatingConditions of(SettingsMixture mixture) {
        return new OperatingConditions(Optional.of(mixture));
    }

    static OperatingConditions single() {
        return new OperatingConditions(Optional.empty());
    }

    private static double[][] sample(Fleet fleet) {
        int total = fleet.runs().stream().mapToInt(RunToFailure::rows).sum();
        int step = Math.max(1, total / ROWS_LOOKED_AT);
        double[][] rows = new double[(total + step - 1) / step][];
        int position = 0;
        for (RunToFailure run : fleet.runs()) {
            for (int row = 0; row < run.rows(); row++, position++) {
                if (position % step == 0) {
                    rows[position / step] = settings(run, row);
                }
            }
        }
        return rows;
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

    /** Returns the condition of a row, from 0. */
    public int of(RunToFailure run, int row) {
        return mixture.map(bells -> bells.of(settings(run, row)).regime()).orElse(0);
    }
}
