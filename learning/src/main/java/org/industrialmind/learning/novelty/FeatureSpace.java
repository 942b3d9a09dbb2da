package org.industrialmind.learning.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.industrialmind.learning.anomaly.FeatureScale;
import org.industrialmind.learning.anomaly.FeatureScaleFit;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * The {@link WindowFeatures} of windows, in units of what is usual at each place ({@link FeatureScaleFit}).
 *
 * <p>The readings of a window lie within a sigma or so of normal, but how far the mean of sixty may lie from it depends on
 * how fast the channel forgets; so features get a scale of their own.
 */
final class FeatureSpace {
    /** Training windows are taken for normal; one that is not must not turn the axes, so it counts for no more than this. */
    private static final double WINSOR = 6;

    private final Layout layout;
    private final List<FeatureScale> scales;

    private FeatureSpace(Layout layout, List<FeatureScale> scales) {
        this.layout = layout;
        this.scales = List.copyOf(scales);
    }

    /**
     * A feature space with the windows that it was learned from in it.
     *
     * @param rows their features, winsorised at {@value #WINSOR}
     */
    record Learned(FeatureSpace space, FeatureRows rows) {}

    /**
     * Learns the scales.
     *
     * @param widened whether sides to which healthy windows go far are widened
     */
    static Learned learn(NormalWindows windows, boolean widened) {
        Layout layout = windows.layout();
        List<List<double[]>> byPlace = new ArrayList<>();
        double[] covered = new double[layout.places()];
        for (int place = 0; place < layout.places(); place++) {
            byPlace.add(new ArrayList<>());
        }
        List<double[]> rows = new ArrayList<>();
        for (NormalWindows.Item item : windows.items()) {
            double[] features = WindowFeatures.of(item.window());
            rows.add(features);
            byPlace.get(item.place()).add(features);
            covered[item.place()] += item.fresh();
        }
        List<FeatureScaleFit.Group> groups = new ArrayList<>();
        for (int place = 0; place < layout.places(); place++) {
            groups.add(new FeatureScaleFit.Group(byPlace.get(place), covered[place]));
        }
        FeatureSpace space = new FeatureSpace(layout, FeatureScaleFit.fit(groups, 2 * layout.channels(), widened));
        for (int i = 0; i < rows.size(); i++) {
            double[] row = rows.get(i);
            space.scales.get(windows.items().get(i).place()).apply(row);
            Arrays.setAll(row, f -> Math.clamp(row[f], -WINSOR, WINSOR));
        }
        List<Integer> places =
                windows.items().stream().map(NormalWindows.Item::place).toList();
        return new Learned(space, new FeatureRows(rows, places, windows.independent()));
    }

    /** Returns the features of a window at a place; one that is missing is 0, its usual value. Shape: [2 channel]. */
    double[] of(int place, StandardWindow window) {
        layout.require(place, window);
        double[] features = WindowFeatures.of(window);
        scales.get(place).apply(features);
        return features;
    }

    int channels() {
        return layout.channels();
    }

    Map<String, Tensor> tensors() {
        long[] shape = {layout.places(), 2L * layout.channels()};
        Map<String, Tensor> tensors = new HashMap<>();
        tensors.put("feature_centre", Tensor.of(joined(FeatureScale::centre), shape));
        tensors.put("feature_below", Tensor.of(joined(FeatureScale::below), shape));
        tensors.put("feature_above", Tensor.of(joined(FeatureScale::above), shape));
        return tensors;
    }

    private double[] joined(Function<FeatureScale, double[]> part) {
        return scales.stream().map(part).flatMapToDouble(Arrays::stream).toArray();
    }

    static FeatureSpace restore(Layout layout, NamedTensors tensors) {
        int size = 2 * layout.channels();
        double[] centre = tensors.doubles("feature_centre", layout.places(), size);
        double[] below = tensors.doubles("feature_below", layout.places(), size);
        double[] above = tensors.doubles("feature_above", layout.places(), size);
        List<FeatureScale> scales = new ArrayList<>();
        for (int at = 0; at < centre.length; at += size) {
            scales.add(new FeatureScale(
                    Arrays.copyOfRange(centre, at, at + size),
                    Arrays.copyOfRange(below, at, at + size),
                    Arrays.copyOfRange(above, at, at + size)));
        }
        return new FeatureSpace(layout, scales);
    }
}
