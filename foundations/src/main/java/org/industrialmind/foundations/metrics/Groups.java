package org.industrialmind.foundations.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Groups of rows under numbers from 0, in the order of their first rows. */
final class Groups {
    private Groups() {}

    static int[] numbered(int[] names) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] numbered = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            Integer known = numbers.putIfAbsent(names[i], numbers.size());
            numbered[i] = known == null ? numbers.size() - 1 : known;
        }
        return numbered;
    }

    static int[] sizes(int[] numbered) {
        int[] sizes = new int[Arrays.stream(numbered).max().orElse(-1) + 1];
        for (int group : numbered) {
            sizes[group]++;
        }
        return sizes;
    }
}
