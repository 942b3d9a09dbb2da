package org.industrialmind.foundations.embedding;

import org.industrialmind.foundations.optimize.NelderMead;

/** How near two places of a map are taken to be: 1 / (1 + a d^(2b)). */
record NearnessCurve(double a, double b) {
    private static final int POINTS = 300;
    private static final double FARTHEST = 3;

    /** Returns the curve of least squares to one that is 1 up to the least distance and exp(least - d) beyond. */
    static NearnessCurve of(double least) {
        double[] found = NelderMead.defaults()
                .minimize(
                        parameters -> {
                            NearnessCurve curve = new NearnessCurve(Math.exp(parameters[0]), Math.exp(parameters[1]));
                            double sum = 0;
                            for (int i = 0; i < POINTS; i++) {
                                double d = FARTHEST * i / (POINTS - 1);
                                double miss = curve.at(d * d) - (d < least ? 1 : Math.exp(least - d));
                                sum += miss * miss;
                            }
                            return sum;
                        },
                        new double[2])
                .point();
        return new NearnessCurve(Math.exp(found[0]), Math.exp(found[1]));
    }

    double at(double squaredDistance) {
        return 1 / (1 + a * Math.pow(squaredDistance, b));
    }

    /** Returns the factor of the difference by which log nearness grows. */
    double pull(double squared) {
        return squared > 0 ? -2 * a * b * Math.pow(squared, b - 1) / (1 + a * Math.pow(squared, b)) : 0;
    }

    /** Returns the factor of the difference by which log (1 - nearness) grows; kept finite near 0. */
    double push(double squared) {
        return 2 * b / ((0.001 + squared) * (1 + a * Math.pow(squared, b)));
    }

    /** Returns the mean cross-entropy over the edges. */
    double loss(Affinities graph, double[] places) {
        double sum = 0;
        for (int r = 0; r < graph.rows(); r++) {
            for (int i = graph.starts()[r]; i < graph.starts()[r + 1]; i++) {
                int other = graph.others()[i];
                double dx = places[2 * r] - places[2 * other];
                double dy = places[2 * r + 1] - places[2 * other + 1];
                double nearness = Math.clamp(at(dx * dx + dy * dy), 1e-12, 1 - 1e-12);
                double degree = graph.values()[i];
                sum -= degree * Math.log(nearness) + (1 - degree) * Math.log(1 - nearness);
            }
        }
        return sum / Math.max(1, graph.values().length);
    }
}
