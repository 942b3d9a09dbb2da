package org.industrialmind.foundations.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgglomerativeTest {
    private static final Golden GOLDEN = Golden.read("clustering");

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void joins_what_another_program_joins_at_the_same_heights(Linkage linkage) {
        Matrix x = Matrix.of(60, 3, Arrays.copyOf(GOLDEN.vector("x"), 180));
        String name = linkage.name().toLowerCase(Locale.ROOT);
        Dendrogram tree = new Agglomerative(linkage).fit(x);
        Matrix merges = GOLDEN.matrix("merges_" + name);
        for (int m = 0; m < 59; m++) {
            assertThat(new double[] {tree.left(m), tree.right(m), tree.size(m)})
                    .as("merge " + m)
                    .containsExactly(merges.get(m, 0), merges.get(m, 1), merges.get(m, 3));
            assertThat(tree.height(m)).isCloseTo(merges.get(m, 2), within(1e-10));
        }
        assertThat(tree.cut(5).labels()).containsExactly(Blobs.renamed(GOLDEN.integers("cut_" + name)));
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void the_walk_agrees_with_looking_at_every_pair(Linkage linkage) {
        Matrix x = Blobs.of(3, 12, 2, 3, 5).rows();
        Dendrogram tree = new Agglomerative(linkage).fit(x);
        double[] heights = naiveHeights(x, linkage);
        for (int m = 0; m < heights.length; m++) {
            assertThat(tree.height(m)).as("merge " + m).isCloseTo(heights[m], within(1e-10));
        }
    }

    /** Joins the nearest of all pairs, over and over; distances by their definitions. */
    private static double[] naiveHeights(Matrix x, Linkage linkage) {
        List<int[]> clusters = new ArrayList<>();
        for (int r = 0; r < x.rows(); r++) {
            clusters.add(new int[] {r});
        }
        double[] heights = new double[x.rows() - 1];
        for (int m = 0; m < heights.length; m++) {
            double least = Double.POSITIVE_INFINITY;
            int[] pair = new int[2];
            for (int i = 0; i < clusters.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double distance = between(x, clusters.get(i), clusters.get(j), linkage);
                    if (distance < least) {
                        least = distance;
                        pair = new int[] {i, j};
                    }
                }
            }
            heights[m] = least;
            int[] one = clusters.remove(pair[0]);
            int[] other = clusters.remove(pair[1]);
            int[] both = Arrays.copyOf(one, one.length + other.length);
            System.arraycopy(other, 0, both, one.length, other.length);
            clusters.add(both);
        }
        return heights;
    }

    private static double between(Matrix x, int[] one, int[] other, Linkage linkage) {
        if (linkage == Linkage.WARD) {
            double[] difference = new double[x.columns()];
            for (int c = 0; c < difference.length; c++) {
                int column = c;
                difference[c] = Arrays.stream(one)
                                .mapToDouble(r -> x.get(r, column))
                                .average()
                                .orElseThrow()
                        - Arrays.stream(other)
                                .mapToDouble(r -> x.get(r, column))
                                .average()
                                .orElseThrow();
            }
            double squares =
                    Arrays.stream(difference).map(value -> value * value).sum();
            return Math.sqrt(2.0 * one.length * other.length / (one.length + other.length) * squares);
        }
        double[] all = Arrays.stream(one)
                .boxed()
                .flatMapToDouble(i -> Arrays.stream(other)
                        .mapToDouble(j -> Math.hypot(x.get(i, 0) - x.get(j, 0), x.get(i, 1) - x.get(j, 1))))
                .toArray();
        return switch (linkage) {
            case SINGLE -> Arrays.stream(all).min().orElseThrow();
            case COMPLETE -> Arrays.stream(all).max().orElseThrow();
            case AVERAGE, WARD -> Arrays.stream(all).average().orElseThrow();
        };
    }

    @Test
    void three_on_a_line() {
        Matrix rows = Matrix.of(3, 1, new double[] {0, 1, 5});
        Dendrogram tree = Agglomerative.defaults().fit(rows);
        assertThat(tree.height(0)).isEqualTo(1);
        assertThat(tree.height(1)).isCloseTo(Math.sqrt(2 * 2.0 / 3) * 4.5, within(1e-12));
        assertThat(tree.cutAt(1).labels()).containsExactly(0, 0, 1);
        assertThat(tree.cutAt(0.5).clusters()).isEqualTo(3);
        assertThat(tree.cut(1).labels()).containsExactly(0, 0, 0);
        assertThatThrownBy(() -> tree.cut(4)).hasMessageContaining("4 clusters of 3 rows");
        assertThat(new Agglomerative(Linkage.SINGLE).fit(rows).height(1)).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void equal_rows_join_at_height_zero_and_one_row_is_a_tree(Linkage linkage) {
        Dendrogram tree = new Agglomerative(linkage).fit(Matrix.of(6, 2, new double[12]));
        assertThat(tree.height(4)).isZero();
        assertThat(tree.cutAt(0).clusters()).isEqualTo(1);
        Dendrogram single = new Agglomerative(linkage).fit(Matrix.of(1, 1, new double[1]));
        assertThat(single.cut(1).labels()).containsExactly(0);
        assertThat(single.rows()).isEqualTo(1);
    }
}
