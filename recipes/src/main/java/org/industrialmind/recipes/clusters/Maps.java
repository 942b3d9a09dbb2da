package org.industrialmind.recipes.clusters;

import java.util.Locale;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.decomposition.PrincipalComponents;
import org.industrialmind.foundations.decomposition.PrincipalComponentsModel;
import org.industrialmind.foundations.embedding.FuzzyNeighbors;
import org.industrialmind.foundations.embedding.StochasticNeighbors;
import org.industrialmind.foundations.neighbors.NeighborIndex;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.recipes.recipe.Findings;
import org.industrialmind.recipes.recipe.Order;

/** Three maps of the same rows in the plane, and how often the nearest row on a map is of the same kind. */
final class Maps {
    private static final int PERPLEXITY = 30;

    private final Specimens specimens;
    private final Matrix components;
    private final double explained; // by both
    private final Matrix stochastic;
    private final Matrix fuzzy;

    private Maps(Specimens specimens, Matrix components, double explained, Matrix stochastic, Matrix fuzzy) {
        this.specimens = specimens;
        this.components = components;
        this.explained = explained;
        this.stochastic = stochastic;
        this.fuzzy = fuzzy;
    }

    static Maps of(Specimens specimens, Order order) {
        Matrix rows = specimens.rows();
        long seed = order.seeds().getFirst();
        PrincipalComponentsModel principal = PrincipalComponents.of(2).fit(rows);
        return new Maps(
                specimens,
                principal.transform(rows),
                principal.explained()[0] + principal.explained()[1],
                new StochasticNeighbors(PERPLEXITY, order.scaled(400, 1000), 0.5)
                        .fit(rows, seed)
                        .coordinates(),
                new FuzzyNeighbors(15, 0.1, order.scaled(100, 300), 5)
                        .fit(rows, seed)
                        .coordinates());
    }

    /** Returns how often the nearest row is of the same kind: in all columns, and on each of the three maps. */
    double[] sameKindNext() {
        return new double[] {
            sameKindNext(specimens.rows()), sameKindNext(components), sameKindNext(stochastic), sameKindNext(fuzzy)
        };
    }

    private double sameKindNext(Matrix places) {
        NeighborIndex index = NeighborIndex.of(places);
        int[] kinds = specimens.kinds();
        long same = IntStream.range(0, kinds.length)
                .filter(r -> kinds[index.nearestTo(r, 1).position(0)] == kinds[r])
                .count();
        return (double) same / kinds.length;
    }

    void into(Findings findings) {
        String name = specimens.name();
        String title = String.format(
                Locale.ROOT, "%s: two principal components, %.0f %% of the variance", name, 100 * explained);
        findings.plot(name + "-pca", specimens.coloured(Chart.of(title, "first", "second"), components))
                .plot(name + "-tsne", specimens.coloured(Chart.of(name + ": t-SNE", "", ""), stochastic))
                .plot(name + "-fuzzy", specimens.coloured(Chart.of(name + ": map after UMAP", "", ""), fuzzy));
    }
}
