package org.industrialmind.learning.novelty;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.industrialmind.foundations.algebra.Vectors;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Courses of one channel that are remembered, and how far a new one is from the nearest of them.
 *
 * <p>One scalar product a remembered course gives both distances: |q - m|^2 = |q|^2 + |m|^2 - 2 qm, and with the means and
 * deviations of both the correlation r, of which the distance of shapes is sqrt(2 (1 - r)). A course of equal values has no
 * shape: two such are 0 apart, one such and another 1.
 */
final class StretchMemory {
    private static final double FLAT = 1e-6; // sigma: less is no course
    private static final double LEAST_DIFFERENCE = 0.1; // sigma, as the unit of a channel that never moved
    private static final double LEAST_SHAPE = 0.05; // likewise, of sqrt(2 (1 - r))

    private final int points;
    private final float[] courses; // [course, point]
    private final double[] squares; // mean square of each
    private final double[] means;
    private final double[] deviations;

    private StretchMemory(int points, float[] courses) {
        this.points = points;
        this.courses = courses;
        int count = courses.length / points;
        squares = new double[count];
        means = new double[count];
        deviations = new double[count];
        for (int i = 0; i < count; i++) {
            Summary summary = Summary.of(courses, i * points, points);
            squares[i] = summary.square();
            means[i] = summary.mean();
            deviations[i] = summary.deviation();
        }
    }

    /** What is needed of a course beside its scalar products; means over its points. */
    private record Summary(double mean, double square, double deviation) {
        static Summary of(float[] values, int at, int points) {
            double sum = 0;
            double squares = 0;
            for (int i = at; i < at + points; i++) {
                sum += values[i];
                squares += (double) values[i] * values[i];
            }
            double mean = sum / points;
            return new Summary(mean, squares / points, Math.sqrt(Math.max(0, squares / points - mean * mean)));
        }
    }

    /**
     * How far a course is from the nearest.
     *
     * @param difference root mean square, in sigma
     * @param shape of the courses put to level 0 and spread 1, in [0, 2]
     */
    record Distance(double difference, double shape) {}

    /** What is usual of either distance. */
    record Unit(double difference, double shape) {
        static Unit of(List<Distance> distances, double share) {
            return new Unit(
                    Math.max(LEAST_DIFFERENCE, quantile(distances, Distance::difference, share)),
                    Math.max(LEAST_SHAPE, quantile(distances, Distance::shape, share)));
        }

        private static double quantile(List<Distance> distances, ToDoubleFunction<Distance> part, double share) {
            return Quantiles.quantile(distances.stream().mapToDouble(part).toArray(), share);
        }

        double relative(Distance distance) {
            return Math.max(distance.difference() / difference, distance.shape() / shape);
        }
    }

    static StretchMemory of(List<StandardWindow> windows, int channel) {
        int points = points(windows.getFirst().length());
        float[] courses = new float[windows.size() * points];
        for (int i = 0; i < windows.size(); i++) {
            course(windows.get(i), channel, courses, i * points);
        }
        return new StretchMemory(points, courses);
    }

    private static int points(int rows) {
        return Math.min(rows, StretchProfile.POINTS);
    }

    /** Averages the rows of a channel down to the points of its course. */
    private static void course(StandardWindow window, int channel, float[] into, int at) {
        int points = points(window.length());
        for (int p = 0; p < points; p++) {
            int from = p * window.length() / points;
            int to = (p + 1) * window.length() / points;
            float sum = 0;
            for (int row = from; row < to; row++) {
                sum += window.get(row, channel);
            }
            into[at + p] = sum / (to - from);
        }
    }

    Distance distance(StandardWindow window, int channel) {
        float[] course = new float[points];
        course(window, channel, course, 0);
        Summary own = Summary.of(course, 0, points);
        double difference = Double.POSITIVE_INFINITY;
        double correlation = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < squares.length; i++) {
            double product = (double) Vectors.dot(points, course, 0, courses, i * points) / points;
            difference = Math.min(difference, own.square() + squares[i] - 2 * product);
            correlation = Math.max(correlation, correlation(own, i, product));
        }
        return new Distance(Math.sqrt(Math.max(0, difference)), Math.sqrt(Math.clamp(2 * (1 - correlation), 0, 4)));
    }

    private double correlation(Summary own, int i, double product) {
        boolean flat = own.deviation() < FLAT;
        if (flat || deviations[i] < FLAT) {
            return flat && deviations[i] < FLAT ? 1 : 0.5;
        }
        return (product - own.mean() * means[i]) / (own.deviation() * deviations[i]);
    }

    void keep(String name, Map<String, Tensor> tensors) {
        tensors.put(name, Tensor.of(courses, squares.length, points));
    }

    static StretchMemory restore(String name, int rows, NamedTensors tensors) {
        int points = points(rows);
        float[] courses = tensors.floats(name, NamedTensors.ANY, points);
        if (courses.length == 0) {
            throw new IllegalArgumentException("tensor " + name + " is empty: expected at least one course");
        }
        return new StretchMemory(points, courses);
    }
}
