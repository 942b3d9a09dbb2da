package org.industrialmind.learning.novelty;

import java.util.List;
import java.util.Map;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.Tensor;

/**
 * What a method has learned of normal windows. Immutable, and safe for use by many threads.
 *
 * <p>Windows come as they did in learning: of the same layout, at one of the same places.
 */
public interface KnownNormal {
    /**
     * Returns how strange the window is: a finite number from 0 without a unit, the larger the stranger. 1 is about the
     * most that a usual window shows, one in a thousand more; beyond, it should grow in proportion to the fault. What is
     * abnormal is not for the method to say.
     */
    double novelty(int place, StandardWindow window);

    /** Returns the novelty of each window of one place: one at a time, where a method has no quicker way. */
    default double[] novelties(int place, List<StandardWindow> windows) {
        return windows.stream().mapToDouble(window -> novelty(place, window)).toArray();
    }

    /** Returns what speaks against each channel; asked for abnormal windows only, so it may take longer. */
    Evidence evidence(int place, StandardWindow window);

    /** Returns all that {@link NoveltyMethod#restore} needs, by name. */
    Map<String, Tensor> tensors();

    /** Returns what may interest a person, by name, such as how many components were kept. */
    default Map<String, Double> facts() {
        return Map.of();
    }
}
