package org.industrialmind.learning.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * Regimes by mixture: each is one bell of a {@link SettingsMixture} on the means of the drives in steady windows.
 *
 * <p>For commands that do not stand at set points, or are held at set points that only differ in how several drives are
 * combined. A window that is not typical of any is of no known regime.
 *
 * @param drives tell when a window is steady
 */
public record MixtureRegimes(Drives drives, SettingsMixture mixture) implements Regimes {
    private static final long SEED = 1; // of the starts: that of the training would make regimes hang on it

    /** Windows that share a reading are near copies; one in each stretch of a window's length is learned from. */
    static Regimes learn(FrameSchema schema, List<Window> windows, RegimeSettings settings) {
        Drives drives = Drives.find(schema, windows, settings.sameLevel());
        List<double[]> steady = new ArrayList<>();
        List<double[]> apart = new ArrayList<>();
        long covered = Long.MIN_VALUE;
        for (Window window : windows) {
            double[] means = new double[drives.count()];
            if (drives.settings(window, means).isEmpty()) {
                steady.add(means);
                if (window.startNanos() >= covered) {
                    apart.add(means);
                    covered = window.endNanos();
                }
            }
        }
        if (drives.count() == 0 || steady.size() < settings.minWindows()) {
            return LevelRegimes.learn(schema, windows, settings);
        }
        SettingsMixture mixture = SettingsMixture.learn(Matrix.ofRows(apart.toArray(double[][]::new)), SEED);
        int[] seen = new int[mixture.count()];
        for (double[] means : steady) {
            SettingsMixture.Match match = mixture.of(means);
            seen[match.regime()] += match.typical() ? 1 : 0;
        }
        return new MixtureRegimes(
                drives,
                mixture.keeping(IntStream.range(0, seen.length)
                        .filter(regime -> seen[regime] >= settings.minWindows())
                        .boxed()
                        .toList()));
    }

    @Override
    public int count() {
        return mixture.count();
    }

    @Override
    public Located locate(Window window) {
        double[] means = new double[drives.count()];
        return drives.settings(window, means).<Located>map(Located.Nowhere::new).orElseGet(() -> {
            SettingsMixture.Match match = mixture.of(means);
            return match.typical() ? new Located.In(match.regime()) : new Located.Nowhere(Reason.UNKNOWN_REGIME);
        });
    }
}
