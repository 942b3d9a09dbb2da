package org.industrialmind.learning.prognosis.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.regime.SettingsMixture;

/**
 * The few conditions under which a fleet runs, found from its settings alone by a {@link SettingsMixture}; one condition
 * where a fleet has no settings.
 *
 * <p>A reading is then compared with readings of its own condition: on C-MAPSS FD002 altitude moves a sensor a hundred times
 * as far as wear. A row belongs to its likeliest condition, also one that is typical of none. Where there are several, that of
 * a row whose settings were not all read is unknown: where conditions change from row to row, the row before says nothing of
 * it. A setting that varies freely is cut into stretches within which it varies little.
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

    /** Returns evenly spaced rows of those whose settings were read. */
    private static double[][] sample(Fleet fleet) {
        int step = Math.max(1, Math.toIntExact(read(fleet).count() / ROWS_LOOKED_AT));
        List<double[]> rows = new ArrayList<>();
        int position = 0;
        for (double[] settings : (Iterable<double[]>) read(fleet)::iterator) {
            if (position++ % step == 0) {
                rows.add(settings);
            }
        }
        return rows.toArray(double[][]::new);
    }

    /** Returns the settings of each row at which all were read. */
    private static Stream<double[]> read(Fleet fleet) {
        return fleet.runs().stream()
                .flatMap(run -> IntStream.range(0, run.rows()).mapToObj(row -> settings(run, row)))
                .filter(OperatingConditions::read);
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

    /** Returns the condition of a row, from 0; empty where there are several and a setting was not read. */
    public OptionalInt of(RunToFailure run, int row) {
        if (count() == 1) {
            return OptionalInt.of(0);
        }
        double[] settings = settings(run, row);
        return read(settings)
                ? OptionalInt.of(mixture.orElseThrow().of(settings).regime())
                : OptionalInt.empty();
    }
}
