package org.industrialmind.recipes.forecasting;

import java.util.ArrayList;
import java.util.List;

/**
 * Stretches of a series, each with what came after it: the form in which a regression or a network learns to forecast.
 *
 * <p>Shape: inputs [window, lag], oldest first; targets [window, step].
 */
record Windows(List<double[]> inputs, List<double[]> targets) {
    Windows {
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
    }

    /**
     * Cuts a series into windows.
     *
     * @param stride steps from one window to the next; the last one ends where the series does
     */
    static Windows of(double[] series, LagScale scale, int lags, int horizon, int stride) {
        List<double[]> inputs = new ArrayList<>();
        List<double[]> targets = new ArrayList<>();
        for (int end = series.length - horizon; end >= lags; end -= stride) {
            inputs.addFirst(scale.input(series, end, lags));
            targets.addFirst(scale.target(series, end, horizon));
        }
        return new Windows(inputs, targets);
    }

    int size() {
        return inputs.size();
    }

    /** Returns the windows from one place to before another. */
    Windows slice(int from, int to) {
        return new Windows(inputs.subList(from, to), targets.subList(from, to));
    }
}
