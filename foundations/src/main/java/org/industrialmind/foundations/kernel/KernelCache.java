package org.industrialmind.foundations.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/** Kernel rows, kept while they fit into memory; the one unused for longest goes first. */
final class KernelCache {
    private static final long BYTES = 256L << 20;

    private final Likeness likeness;
    private final Map<Integer, double[]> rows;

    KernelCache(Likeness likeness) {
        this.likeness = likeness;
        int most = (int) Math.max(2, BYTES / (8L * likeness.rows));
        rows = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, double[]> eldest) {
                return size() > most;
            }
        };
    }

    double[] row(int r) {
        double[] known = rows.get(r);
        if (known == null) {
            known = likeness.ofRow(r);
            rows.put(r, known);
        }
        return known;
    }

    double diagonal(int r) {
        return likeness.ofItself(r);
    }

    int size() {
        return likeness.rows;
    }
}
