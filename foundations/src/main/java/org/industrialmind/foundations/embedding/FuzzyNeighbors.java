package org.industrialmind.foundations.embedding;

import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.neighbors.NeighborIndex;

/**
 * A map from the fuzzy graph of neighbours, after UMAP.
 *
 * <p>Each row is surely a neighbour of its nearest, and of farther ones to a degree that falls exponentially, so that the
 * degrees sum to log2 of the number of neighbours. Degrees from both sides are joined as probabilities are (either holds).
 * On the map a pair is near to the degree 1 / (1 + a d^(2b)), the curve nearest to 1 up to the least distance and falling
 * exponentially beyond. An edge is drawn as often as its degree says; its ends pull each other, and a few rows drawn at
 * random are pushed away. So no pair is ever looked at that has nothing to do with each other, but by chance.
 *
 * <p>Trade-off: faster than {@link StochasticNeighbors} on many rows and often truer to the large picture; what lies far
 * apart on the map means little all the same. In contrast to the reference program, places begin at principal components
 * and not at the eigenvectors of the graph. The loss is the mean cross-entropy of edges alone. Complexity: O(n neighbours
 * epochs).
 *
 * @param neighbors of each row, itself not counted
 * @param leastDistance on the map, within which rows are as near as can be
 * @param epochs how often the strongest edge is drawn
 * @param pushes random rows pushed away for each edge drawn
 * @see "McInnes, Healy and Melville 2018, UMAP: uniform manifold approximation and projection, arXiv 1802.03426"
 */
public record FuzzyNeighbors(int neighbors, double leastDistance, int epochs, int pushes) implements Embedder {
    private static final double LONGEST = 4; // of a step by one coordinate, before the rate
    private static final double WIDTH = 10; // of the first places

    public FuzzyNeighbors {
        Checks.atLeast("neighbors", neighbors, 2);
        Checks.between("leastDistance", leastDistance, 0, 1);
        Checks.atLeast("epochs", epochs, 1);
        Checks.atLeast("pushes", pushes, 0);
    }

    /** 15 neighbours, a least distance of 0.1, 300 epochs of 5 pushes. */
    public static FuzzyNeighbors defaults() {
        return new FuzzyNeighbors(15, 0.1, 300, 5);
    }

    /** @throws IllegalArgumentException if a value is missing, or there are no more rows than neighbours */
    @Override
    public Embedding fit(Matrix rows, long seed) {
        rows.requireFinite();
        if (rows.rows() <= neighbors) {
            throw new IllegalArgumentException(
                    neighbors + " neighbours among " + rows.rows() + " rows: expected more rows than neighbours");
        }
        Affinities graph = graph(rows);
        double[] places = FirstPlaces.of(rows, WIDTH / 4, seed);
        NearnessCurve curve = NearnessCurve.of(leastDistance);
        move(graph, curve, places, new SplittableRandom(seed));
        return new Embedding(Matrix.of(rows.rows(), 2, places), curve.loss(graph, places));
    }

    Affinities graph(Matrix rows) {
        return Affinities.of(
                NeighborIndex.of(rows), neighbors, new SmoothDegrees(), (one, other) -> one + other - one * other);
    }

    private void move(Affinities graph, NearnessCurve curve, double[] places, SplittableRandom random) {
        double strongest = 0;
        for (double degree : graph.values()) {
            strongest = Math.max(strongest, degree);
        }
        double[] due = graph.values().clone(); // epochs until an edge is drawn
        for (int i = 0; i < due.length; i++) {
            due[i] = strongest / due[i];
        }
        double[] every = due.clone();
        for (int epoch = 0; epoch < epochs; epoch++) {
            double rate = 1 - (double) epoch / epochs;
            for (int r = 0; r < graph.rows(); r++) {
                for (int i = graph.starts()[r]; i < graph.starts()[r + 1]; i++) {
                    if (due[i] <= epoch + 1) {
                        due[i] += every[i];
                        pull(curve, places, r, graph.others()[i], rate);
                        for (int push = 0; push < pushes; push++) {
                            push(curve, places, r, random.nextInt(graph.rows()), rate);
                        }
                    }
                }
            }
        }
    }

    private static void pull(NearnessCurve curve, double[] places, int r, int other, double rate) {
        double factor = curve.pull(squared(places, r, other));
        for (int k = 0; k < 2; k++) {
            double step = Math.clamp(factor * (places[2 * r + k] - places[2 * other + k]), -LONGEST, LONGEST);
            places[2 * r + k] += rate * step;
            places[2 * other + k] -= rate * step;
        }
    }

    private static void push(NearnessCurve curve, double[] places, int r, int other, double rate) {
        if (r == other) {
            return;
        }
        double factor = curve.push(squared(places, r, other));
        for (int k = 0; k < 2; k++) {
            double step = Math.clamp(factor * (places[2 * r + k] - places[2 * other + k]), -LONGEST, LONGEST);
            places[2 * r + k] += rate * step;
        }
    }

    private static double squared(double[] places, int r, int other) {
        double dx = places[2 * r] - places[2 * other];
        double dy = places[2 * r + 1] - places[2 * other + 1];
        return dx * dx + dy * dy;
    }
}
