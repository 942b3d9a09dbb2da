package org.industrialmind.foundations.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.graph.UnionFind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HdbscanTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agrees_with_the_definition_followed_radius_by_radius(long seed) {
        Matrix rows = Blobs.of(3, 15, 2, 5, seed).rows();
        LastingClusters found = new Hdbscan(4, 3).fit(rows, seed);
        Definition definition = new Definition(rows, 4, 3);
        assertThat(Blobs.renamed(found.labels())).containsExactly(Blobs.renamed(definition.labels));
        for (int r = 0; r < 45; r++) {
            if (found.labels()[r] >= 0) {
                assertThat(found.stability(found.labels()[r]))
                        .isCloseTo(definition.stabilities.get(definition.labels[r]), within(1e-9));
            }
        }
    }

    /** The condensed tree by connected components of the graph of mutual reachability below each radius in turn. */
    private static final class Definition {
        private final double[][] reach;
        private final int leastSize;
        private final List<Double> stabilities = new ArrayList<>();
        private final int[] labels;

        Definition(Matrix rows, int leastSize, int neighbors) {
            this.leastSize = leastSize;
            int n = rows.rows();
            double[][] distance = new double[n][n];
            double[] core = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    distance[i][j] = Math.hypot(rows.get(i, 0) - rows.get(j, 0), rows.get(i, 1) - rows.get(j, 1));
                }
                core[i] = Arrays.stream(distance[i]).sorted().toArray()[neighbors - 1];
            }
            reach = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    reach[i][j] = Math.max(distance[i][j], Math.max(core[i], core[j]));
                }
            }
            labels = new int[n];
            Arrays.fill(labels, -1);
            int[] all = new int[n];
            Arrays.setAll(all, i -> i);
            best(all, 0, true);
        }

        /** Labels the rows of a cluster born at lambda as it is best; returns the sum of stabilities. */
        private double best(int[] members, double born, boolean root) {
            double stability = 0;
            int[] left = members;
            while (true) {
                double radius = diameter(left);
                List<int[]> large = new ArrayList<>();
                int dropped = left.length;
                for (int[] part : parts(left, radius)) {
                    if (part.length >= leastSize) {
                        large.add(part);
                        dropped -= part.length;
                    }
                }
                if (large.size() == 1) {
                    stability += dropped * (1 / radius - born);
                    left = large.getFirst();
                    continue;
                }
                stability += left.length * (1 / radius - born);
                double below = 0;
                for (int[] part : large) {
                    below += best(part, 1 / radius, false);
                }
                if (!root && stability >= below) {
                    for (int member : members) {
                        labels[member] = stabilities.size();
                    }
                    stabilities.add(stability);
                }
                return root ? below : Math.max(stability, below);
            }
        }

        /** Returns the least radius at which the members hang together: the longest edge of their spanning tree. */
        private double diameter(int[] members) {
            double[] radii = Arrays.stream(members)
                    .boxed()
                    .flatMapToDouble(i -> Arrays.stream(members).mapToDouble(j -> reach[i][j]))
                    .sorted()
                    .distinct()
                    .toArray();
            int low = 0;
            int high = radii.length - 1;
            while (low < high) {
                int middle = (low + high) / 2;
                if (parts(members, Math.nextUp(radii[middle])).size() == 1) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return radii[low];
        }

        /** Returns the members that hang together by steps below the radius. */
        private List<int[]> parts(int[] members, double radius) {
            UnionFind sets = new UnionFind(members.length);
            for (int i = 0; i < members.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (reach[members[i]][members[j]] < radius) {
                        sets.join(i, j);
                    }
                }
            }
            int[] names = sets.labels();
            List<int[]> parts = new ArrayList<>();
            for (int set = 0; set < sets.sets(); set++) {
                int name = set;
                parts.add(IntStream.range(0, members.length)
                        .filter(i -> names[i] == name)
                        .map(i -> members[i])
                        .toArray());
            }
            return parts;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void finds_clouds_of_different_density_among_noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[2 * 330];
        for (int r = 0; r < 330; r++) {
            double spread = r < 150 ? 0.2 : 1.5;
            double centre = r < 150 ? 0 : 14;
            for (int c = 0; c < 2; c++) {
                values[2 * r + c] = r < 300 ? centre + spread * random.nextGaussian() : random.nextDouble(-30, 40);
            }
        }
        LastingClusters found = new Hdbscan(20, 10).fit(Matrix.of(330, 2, values));
        assertThat(found.clusters()).isEqualTo(2);
        int[] labels = found.labels();
        assertThat(Arrays.stream(labels, 0, 150)
                        .filter(label -> label == labels[0])
                        .count())
                .isGreaterThan(140);
        assertThat(Arrays.stream(labels, 150, 300)
                        .filter(label -> label == 1 - labels[0])
                        .count())
                .isGreaterThan(120);
        assertThat(Arrays.stream(labels, 300, 330)
                        .filter(label -> label == Clustering.NOISE)
                        .count())
                .isGreaterThan(15);
        for (int r = 0; r < 330; r++) {
            assertThat(found.strength(r) > 0).isEqualTo(labels[r] != Clustering.NOISE);
            assertThat(found.strength(r)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void doubles_do_not_weigh_infinitely() {
        double[] values = new double[40];
        for (int r = 0; r < 40; r++) {
            values[r] = r < 20 ? r / 10 : 100 + r % 10;
        }
        LastingClusters found = Hdbscan.defaults().fit(Matrix.of(40, 1, values));
        assertThat(found.clusters()).isGreaterThanOrEqualTo(2);
        for (int c = 0; c < found.clusters(); c++) {
            assertThat(found.stability(c)).isFinite().isNotNegative();
        }
    }

    @Test
    void what_never_splits_is_noise() {
        LastingClusters equal = Hdbscan.defaults().fit(Matrix.of(30, 2, new double[60]));
        assertThat(equal.labels()).containsOnly(Clustering.NOISE);
        assertThat(new Hdbscan(2, 1).fit(Matrix.of(1, 1, new double[1])).labels())
                .containsExactly(Clustering.NOISE);
        assertThatThrownBy(() -> Hdbscan.defaults().fit(Matrix.of(4, 1, new double[4])))
                .hasMessageContaining("4 rows");
    }
}
