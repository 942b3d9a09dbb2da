package org.industrialmind.foundations.embedding;

import java.util.stream.IntStream;

/** The divergence of the map's pairs from the rows' pairs, and its gradient. */
final class Attraction {
    private final Affinities p;
    private final Repulsion repulsion;

    Attraction(Affinities p, Repulsion repulsion) {
        this.p = p;
        this.repulsion = repulsion;
    }

    /** Returns the gradient by every coordinate, attraction being so many times as strong. Shape: [row, 2]. */
    double[] gradient(double[] places, double strength) {
        int n = p.rows();
        double[] pushes = new double[2 * n];
        double total = repulsion.of(places, pushes);
        double[] gradient = new double[2 * n];
        IntStream.range(0, n).parallel().forEach(r -> {
            double x = 0;
            double y = 0;
            for (int i = p.starts()[r]; i < p.starts()[r + 1]; i++) {
                int other = p.others()[i];
                double dx = places[2 * r] - places[2 * other];
                double dy = places[2 * r + 1] - places[2 * other + 1];
                double pull = p.values()[i] / (1 + dx * dx + dy * dy);
                x += pull * dx;
                y += pull * dy;
            }
            gradient[2 * r] = 4 * (strength * x - pushes[2 * r] / total);
            gradient[2 * r + 1] = 4 * (strength * y - pushes[2 * r + 1] / total);
        });
        return gradient;
    }

    /** Returns the divergence of the map's distribution over pairs from the rows', in nats. */
    double divergence(double[] places) {
        double total = repulsion.of(places, new double[places.length]);
        double sum = 0;
        for (int r = 0; r < p.rows(); r++) {
            for (int i = p.starts()[r]; i < p.starts()[r + 1]; i++) {
                double share = p.values()[i];
                if (share > 0) {
                    int other = p.others()[i];
                    double dx = places[2 * r] - places[2 * other];
                    double dy = places[2 * r + 1] - places[2 * other + 1];
                    sum += share * Math.log(share * total * (1 + dx * dx + dy * dy));
                }
            }
        }
        return sum;
    }
}
