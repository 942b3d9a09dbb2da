package org.industrialmind.learning.novelty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts windows in time, each place into four quarters, so that a memory of two can be tried on the other two: a window
 * overlaps its neighbours, and one drawn at random would be remembered nearly as it is.
 */
final class Quarters {
    private static final int COUNT = 4;

    private Quarters() {}

    /**
     * Returns the positions of the windows in the first and third, or in the second and fourth quarter of their place; all
     * where there is only one window.
     *
     * @param places of each window, in order of time within each place
     */
    static List<Integer> of(List<Integer> places, boolean odd) {
        Map<Integer, Integer> counts = new HashMap<>();
        places.forEach(place -> counts.merge(place, 1, Integer::sum));
        Map<Integer, Integer> seen = new HashMap<>();
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            int position = seen.merge(places.get(i), 1, Integer::sum) - 1;
            int quarter = (int) ((long) position * COUNT / counts.getOrDefault(places.get(i), 1));
            if (quarter % 2 == (odd ? 0 : 1)) {
                chosen.add(i);
            }
        }
        if (chosen.isEmpty()) {
            for (int i = 0; i < places.size(); i++) {
                chosen.add(i);
            }
        }
        return chosen;
    }
}
