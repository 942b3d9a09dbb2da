package org.industrialmind.foundations.embedding;

import java.util.Arrays;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.neighbors.NeighborIndex;

/**
 * t-SNE: a map on which rows have the neighbours that they have in truth.
 *
 * <p>Each row divides its attention among the others by a Gaussian, as wide as makes it notice a given number of them (the
 * perplexity); symmetrised, that is a distribution P over pairs. On the map, pairs have a distribution Q by Student's t with
 * one degree of freedom, whose heavy tail gives moderate distances room that the plane lacks. The places are moved down the
 * gradient of the divergence of Q from P: neighbours attract, all others repel. At first the attraction is {@value
 * #EXAGGERATION} times as strong, so that groups find together before they are fixed in place.
 *
 * <p>Exactly, a step looks at every pair. With an angle above 0, P keeps the three times perplexity nearest rows only, and
 * places that are far away repel as one (Barnes and Hut): a cell of a quadtree is taken as its centre if its width over its
 * distance is below the angle.
 *
 * <p>Trade-off: shows groups as no linear map can; but their sizes and the distances between them mean little, and new rows
 * have no place. The loss is the divergence in nats. Complexity: O(n log n) a step, O(n^2) exactly.
 *
 * <ol>
 *   <li>van der Maaten and Hinton 2008, Visualizing data using t-SNE, JMLR 9.
 *   <li>van der Maaten 2014, Accelerating t-SNE using tree-based algorithms, JMLR 15.
 *   <li>Kobak and Berens 2019, The art of using t-SNE for single-cell transcriptomics, Nature Communications 10 (the first
 *       places and the step length).
 * </ol>
 *
 * @param perplexity how many neighbours a row notices; 5 to 50 as a rule, fewer than a third of the rows
 * @param iterations 250 of them exaggerated
 * @param angle 0 for every pair, up to 0.7
 */
public record StochasticNeighbors(double perplexity, int iterations, double angle) implements Embedder {
    private static final double EXAGGERATION = 12;
    private static final int EXAGGERATED = 250;

    public StochasticNeighbors {
        Checks.between("perplexity", perplexity, 1, 1e6);
        Checks.atLeast("iterations", iterations, 1);
        Checks.between("angle", angle, 0, 0.7); // beyond, a place could repel itself
    }

    /** Perplexity 30, a thousand steps, angle 0.5. */
    public static StochasticNeighbors defaults() {
        return new StochasticNeighbors(30, 1000, 0.5);
    }

    /** @throws IllegalArgumentException if a value is missing, or there are not three times as many rows as perplexity */
    @Override
    public Embedding fit(Matrix rows, long seed) {
        int n = rows.requireFinite().rows();
        if (n - 1 < 3 * perplexity) {
            throw new IllegalArgumentException("a perplexity of " + perplexity + " among " + n
                    + " rows: expected more than three times as many rows");
        }
        int neighbors = angle == 0 ? n - 1 : (int) Math.ceil(3 * perplexity);
        Affinities p = Affinities.of(
                NeighborIndex.of(rows), neighbors, new Perplexity(perplexity), (one, other) -> (one + other) / (2 * n));
        double[] places = FirstPlaces.of(rows, 1e-4, seed);
        Attraction field = new Attraction(p, angle == 0 ? new EveryPair() : new Quadtree(angle));
        descend(field, places);
        return new Embedding(Matrix.of(n, 2, places), field.divergence(places));
    }

    /** Gradient descent with momentum; a coordinate that keeps its direction takes longer steps, one that turns shorter. */
    private void descend(Attraction field, double[] places) {
        double rate = Math.max(50, places.length / 2 / EXAGGERATION / 4);
        double[] gains = new double[places.length];
        Arrays.fill(gains, 1);
        double[] velocity = new double[places.length];
        for (int i = 0; i < iterations; i++) {
            boolean early = i < EXAGGERATED;
            double[] gradient = field.gradient(places, early ? EXAGGERATION : 1);
            double momentum = early ? 0.5 : 0.8;
            for (int j = 0; j < places.length; j++) {
                boolean onward = gradient[j] * velocity[j] < 0;
                gains[j] = onward ? gains[j] + 0.2 : Math.max(0.01, gains[j] * 0.8);
                velocity[j] = momentum * velocity[j] - rate * gains[j] * gradient[j];
                places[j] += velocity[j];
            }
        }
    }
}
