package org.industrialmind.foundations.embedding;

import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.graph.Graph;
import org.industrialmind.foundations.graph.ShortestPaths;
import org.industrialmind.foundations.neighbors.NeighborIndex;
import org.industrialmind.foundations.neighbors.Neighbors;

/**
 * Isomap: classical scaling of the distances that one walks, not flies.
 *
 * <p>Rows on a rolled-up sheet are near in space and far along the sheet. Steps between nearest neighbours follow the
 * sheet; the shortest path of such steps is the distance along it, and {@link ClassicalScaling} of these unrolls it.
 *
 * <p>Trade-off: exact on a sheet without holes; one step too far is a short cut that ruins the map, so take few neighbours.
 * Complexity: O(n^2 log n) for the paths, O(n^3) for the map.
 *
 * @param neighbors of each row
 * @see "Tenenbaum, de Silva and Langford 2000, A global geometric framework for nonlinear dimensionality reduction, Science
 *     290"
 */
public record Isomap(int dimensions, int neighbors) implements Embedder {
    public Isomap {
        Checks.atLeast("dimensions", dimensions, 1);
        Checks.atLeast("neighbors", neighbors, 1);
    }

    /** @throws IllegalArgumentException if a value is missing, or the steps do not lead from every row to every other */
    @Override
    public Embedding fit(Matrix rows, long seed) {
        int n = rows.rows();
        NeighborIndex index = NeighborIndex.of(rows);
        Graph.Builder steps = Graph.undirected(n);
        for (int r = 0; r < n; r++) {
            Neighbors near = index.nearestTo(r, neighbors);
            for (int i = 0; i < near.size(); i++) {
                steps.edge(r, near.position(i), near.distance(i));
            }
        }
        Graph graph = steps.build();
        double[][] walked = IntStream.range(0, n)
                .parallel()
                .mapToObj(r -> ShortestPaths.from(graph, r).distances())
                .toArray(double[][]::new);
        for (int r = 0; r < n; r++) {
            if (Double.isInfinite(walked[0][r])) {
                throw new IllegalArgumentException("row " + r + " cannot be reached from row 0 by steps between "
                        + neighbors + " nearest neighbours: allow more neighbours, or map the parts alone");
            }
        }
        for (int i = 0; i < n; i++) { // sums in the other direction differ in the last digit
            for (int j = 0; j < i; j++) {
                walked[i][j] = walked[j][i];
            }
        }
        return new ClassicalScaling(dimensions).ofDistances(Matrix.ofRows(walked));
    }
}
