package org.industrialmind.recipes.clusters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.clustering.Agglomerative;
import org.industrialmind.foundations.clustering.Clustering;
import org.industrialmind.foundations.clustering.Dbscan;
import org.industrialmind.foundations.clustering.Hdbscan;
import org.industrialmind.foundations.clustering.KMeans;
import org.industrialmind.foundations.metrics.ClusterAgreement;
import org.industrialmind.foundations.metrics.ClusterShape;
import org.industrialmind.foundations.neighbors.NeighborIndex;
import org.industrialmind.foundations.statistics.Quantiles;
import org.industrialmind.recipes.recipe.ResultTable;

/**
 * The ways of grouping beside each other. Where a method wants a number of groups, it is told once how many kinds there are
 * and once what the rows suggest; the density methods are told neither.
 */
final class Groupings {
    private static final int CORE = 5; // neighbours that make a row dense, itself counted
    private static final double DENSE = 0.9; // share of rows that DBSCAN's radius makes cores

    private final Specimens specimens;
    private final NumberOfGroups number;

    Groupings(Specimens specimens, NumberOfGroups number) {
        this.specimens = specimens;
        this.number = number;
    }

    /** A way of grouping: seed -> a label for each row. */
    record Way(String name, LongFunction<int[]> labels) {}

    List<Way> ways() {
        Matrix rows = specimens.rows();
        int kinds = specimens.names().size();
        int silhouette = number.bySilhouette();
        int bic = number.byBic();
        return List.of(
                new Way("one group", seed -> new int[specimens.size()]),
                new Way("labels by lot", this::byLot),
                kMeans(),
                new Way(
                        "k-means, " + silhouette + " by silhouette",
                        seed -> KMeans.of(silhouette).fit(rows, seed).labels()),
                new Way(
                        "Ward, as many as kinds",
                        seed -> Agglomerative.defaults().fit(rows).cut(kinds).labels()),
                new Way(
                        "mixture, as many as kinds",
                        seed -> number.mixture(kinds, rows, seed).labels()),
                new Way(
                        "mixture, " + bic + " by BIC",
                        seed -> number.mixture(bic, rows, seed).labels()),
                new Way("DBSCAN", seed -> Dbscan.of(radius(rows)).fit(rows).labels()),
                new Way(
                        "HDBSCAN",
                        seed -> new Hdbscan(Math.max(2, specimens.size() / 10), CORE)
                                .fit(rows)
                                .labels()));
    }

    /** Returns k-means, told how many kinds there are. */
    Way kMeans() {
        int kinds = specimens.names().size();
        return new Way(
                "k-means, as many as kinds",
                seed -> KMeans.of(kinds).fit(specimens.rows(), seed).labels());
    }

    private int[] byLot(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, specimens.size())
                .map(r -> random.nextInt(specimens.names().size()))
                .toArray();
    }

    /** Returns the radius within which nine rows in ten have the neighbours that make a core. */
    static double radius(Matrix rows) {
        NeighborIndex index = NeighborIndex.of(rows);
        double[] reach = IntStream.range(0, rows.rows())
                .mapToDouble(r -> index.nearestTo(r, CORE - 1).distance(CORE - 2))
                .toArray();
        return Quantiles.quantile(reach, DENSE);
    }

    /** Returns the mean over seeds of the adjusted Rand index of a way. */
    double agreement(Way way, List<Long> seeds) {
        return seeds.stream()
                .mapToDouble(seed -> ClusterAgreement.of(
                                specimens.kinds(), way.labels().apply(seed))
                        .adjustedRand())
                .average()
                .orElseThrow();
    }

    ResultTable judged(List<Way> ways, List<Long> seeds) {
        ResultTable table = ResultTable.of(
                specimens.size() + " rows of " + specimens.name(), "groups", "noise", "ARI", "NMI", "silhouette");
        for (Way way : ways) {
            double[][] scores = new double[table.columns().size()][seeds.size()];
            for (int s = 0; s < seeds.size(); s++) {
                double[] judged = judge(way.labels().apply(seeds.get(s)));
                for (int c = 0; c < judged.length; c++) {
                    scores[c][s] = judged[c];
                }
            }
            List<ResultTable.Cell> cells = new ArrayList<>();
            for (int c = 0; c < scores.length; c++) {
                cells.add(cell(scores[c], c == 0 ? 0 : 3));
            }
            table = table.row(way.name(), cells);
        }
        return table;
    }

    /** Returns one number where all seeds agree or one has none, shown with so many digits; else mean and deviation. */
    private static ResultTable.Cell cell(double[] values, int digits) {
        ResultTable.Spread spread = ResultTable.Spread.of(values, Math.max(1, digits));
        boolean steady = Double.isNaN(spread.mean()) || spread.deviation() < 1e-9;
        return steady ? new ResultTable.Number(spread.mean(), digits) : spread;
    }

    /** Returns groups, share of noise, ARI, NMI, and the silhouette of the rows that are in a group (NaN if in one only). */
    private double[] judge(int[] labels) {
        ClusterAgreement agreement = ClusterAgreement.of(specimens.kinds(), labels);
        int[] grouped = IntStream.range(0, labels.length)
                .filter(r -> labels[r] != Clustering.NOISE)
                .toArray();
        int[] groups = IntStream.of(grouped).map(r -> labels[r]).toArray();
        long different = Arrays.stream(groups).distinct().count();
        return new double[] {
            different,
            1 - (double) grouped.length / labels.length,
            agreement.adjustedRand(),
            agreement.normalisedInformation(),
            different < 2
                    ? Double.NaN
                    : ClusterShape.of(chosen(grouped), groups).silhouette()
        };
    }

    private Matrix chosen(int[] positions) {
        return Matrix.ofRows(
                IntStream.of(positions).mapToObj(specimens.rows()::row).toArray(double[][]::new));
    }
}
