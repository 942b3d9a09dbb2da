package org.industrialmind.recipes.pumpfailure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;

/** Judges that know nothing or next to nothing: whoever does not beat them has learned nothing. */
final class OneLiners {
    private OneLiners() {}

    static List<Verdict> always(List<Window> windows) {
        return windows.stream().<Verdict>map(window -> scored(2)).toList();
    }

    /** Calls every second window abnormal. */
    static List<Verdict> random(List<Window> windows, long seed) {
        Random random = new Random(seed);
        return windows.stream()
                .<Verdict>map(window -> scored(2 * random.nextDouble()))
                .toList();
    }

    /** Compares the largest relative variance within the window with the largest that the history had. */
    static Function<List<Window>, List<Verdict>> movingVariance(WindowSet history) {
        Map<AssetId, double[]> largest = new HashMap<>();
        for (Window window : history.windows()) {
            double[] most = largest.computeIfAbsent(window.asset(), asset -> new double[window.width()]);
            for (int c = 0; c < most.length; c++) {
                most[c] = Math.max(most[c], variance(window, c));
            }
        }
        return windows -> windows.stream()
                .<Verdict>map(window -> scored(ratio(window, largest.getOrDefault(window.asset(), new double[0]))))
                .toList();
    }

    private static double ratio(Window window, double[] largest) {
        double ratio = 0;
        for (int c = 0; c < largest.length; c++) {
            ratio = Math.max(ratio, largest[c] > 0 ? variance(window, c) / largest[c] : 0);
        }
        return ratio;
    }

    private static double variance(Window window, int channel) {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < window.length(); row++) {
            double value = window.get(row, channel);
            sum += value;
            squares += value * value;
        }
        double mean = sum / window.length();
        double variance = squares / window.length() - mean * mean;
        return variance > 0 ? variance : 0; // also where a reading is missing
    }

    private static Verdict.Scored scored(double score) {
        return new Verdict.Scored(score, List.of());
    }
}
