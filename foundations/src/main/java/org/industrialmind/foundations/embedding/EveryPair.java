package org.industrialmind.foundations.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Looks at every pair. */
final class EveryPair implements Repulsion {
    @Override
    public double of(double[] places, double[] pushes) {
        int n = places.length / 2;
        double[] sums = new double[n];
        IntStream.range(0, n).parallel().forEach(r -> {
            double x = 0;
            double y = 0;
            for (int other = 0; other < n; other++) {
                double dx = places[2 * r] - places[2 * other];
                double dy = places[2 * r + 1] - places[2 * other + 1];
                double q = 1 / (1 + dx * dx + dy * dy);
                sums[r] += q;
                x += q * q * dx;
                y += q * q * dy;
            }
            sums[r] -= 1; // itself
            pushes[2 * r] = x;
            pushes[2 * r + 1] = y;
        });
        return Arrays.stream(sums).sum();
    }
}
