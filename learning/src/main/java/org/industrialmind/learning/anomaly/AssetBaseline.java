package org.industrialmind.learning.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.learning.regime.Located;
import org.industrialmind.learning.regime.Regimes;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.Window;

/**
 * What is known of one machine: how to tell its regimes, and what it reads in each.
 *
 * @param norms of each regime, in its order
 */
record AssetBaseline(Regimes regimes, List<RegimeNorm> norms) {
    /** @throws IllegalArgumentException if there is not one norm for each regime */
    AssetBaseline {
        norms = List.copyOf(norms);
        if (norms.size() != regimes.count()) {
            throw new IllegalArgumentException(
                    norms.size() + " norms for " + regimes.count() + " regimes: expected one for each");
        }
    }

    static AssetBaseline fit(List<Window> windows, BaselineSettings settings) {
        List<Window> read = windows.stream()
                .filter(window -> window.coverage() >= settings.minCoverage())
                .toList();
        Regimes regimes = Regimes.learn(windows.getFirst().schema(), read, settings.regimes());
        List<List<Window>> byRegime = IntStream.range(0, regimes.count())
                .<List<Window>>mapToObj(i -> new ArrayList<>())
                .toList();
        List<Window> held = new ArrayList<>(); // steady, if only now and then
        for (Window window : read) {
            switch (regimes.locate(window)) {
                case Located.In(int regime) -> {
                    byRegime.get(regime).add(window);
                    held.add(window);
                }
                case Located.Nowhere(Reason reason) when reason == Reason.UNKNOWN_REGIME -> held.add(window);
                case Located.Nowhere nowhere -> {}
            }
        }
        double[] spans = spans(held);
        return new AssetBaseline(
                regimes,
                byRegime.stream()
                        .map(seen -> new RegimeNorm(ScaleFit.fit(seen, spans), seen.size()))
                        .toList());
    }

    private static double[] spans(List<Window> windows) {
        if (windows.isEmpty()) {
            return new double[0];
        }
        double[] low = new double[windows.getFirst().width()];
        double[] high = new double[low.length];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (Window window : windows) {
            for (int row = 0; row < window.length(); row++) {
                for (int c = 0; c < low.length; c++) {
                    float value = window.get(row, c);
                    if (Float.isFinite(value)) {
                        low[c] = Math.min(low[c], value);
                        high[c] = Math.max(high[c], value);
                    }
                }
            }
        }
        for (int c = 0; c < low.length; c++) {
            high[c] = high[c] > low[c] ? high[c] - low[c] : 0;
        }
        return high;
    }
}
