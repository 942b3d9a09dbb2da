package org.industrialmind.learning.novelty;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * The features of normal windows, in order of time within each place.
 *
 * @param features of each window, [2 channel]: levels, then restlessness
 * @param places of each window
 * @param independent how many of the windows count as independent
 */
record FeatureRows(List<double[]> features, List<Integer> places, double independent) {
    FeatureRows {
        features = List.copyOf(features);
        places = List.copyOf(places);
    }

    /** Returns the windows of the odd or the even quarters of each place's history ({@link Quarters}). */
    FeatureRows quarters(boolean odd) {
        return only(Quarters.of(places, odd));
    }

    /** Returns the windows at some positions alone. */
    FeatureRows only(List<Integer> chosen) {
        return new FeatureRows(
                chosen.stream().map(features::get).toList(),
                chosen.stream().map(places::get).toList(),
                Math.max(1, independent * chosen.size() / features.size()));
    }

    int channels() {
        return features.getFirst().length / 2;
    }

    /** Returns the levels alone. */
    List<double[]> levels() {
        int channels = channels();
        return features.stream().map(row -> Arrays.copyOf(row, channels)).toList();
    }

    /** Returns all features. Shape: [window, 2 channel]. */
    Matrix matrix() {
        return Matrix.ofRows(features.toArray(double[][]::new));
    }

    /** Returns the most that a usual window shows of something. */
    double most(ToDoubleFunction<double[]> look) {
        return Usual.most(features.stream().mapToDouble(look).toArray());
    }

    /** Returns the most that a usual window shows of its largest single feature among those of all channels from one on. */
    double mostSingle(int from) {
        int channels = channels();
        return Math.max(Usual.mostOf(channels), most(row -> Usual.largest(row, from, from + channels)));
    }
}
