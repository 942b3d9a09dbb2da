package org.industrialmind.foundations.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LouvainTest {
    private static final double KARATE_OPTIMUM = 0.41979; // proven: Brandes et al. 2008, On modularity clustering

    @Test
    void modularity_of_the_best_known_division_of_the_karate_club_is_as_published() {
        int[][] members = { // by the club's own numbers, from 1
            {5, 6, 7, 11, 17},
            {1, 2, 3, 4, 8, 12, 13, 14, 18, 20, 22},
            {24, 25, 26, 28, 29, 32},
            {9, 10, 15, 16, 19, 21, 23, 27, 30, 31, 33, 34}
        };
        int[] communities = new int[34];
        for (int c = 0; c < members.length; c++) {
            for (int member : members[c]) {
                communities[member - 1] = c;
            }
        }
        assertThat(Modularity.of(KarateClub.graph(), communities)).isCloseTo(KARATE_OPTIMUM, within(5e-6));
    }

    @Test
    void comes_within_a_hundredth_of_the_optimum_on_the_karate_club() {
        int[] found = Louvain.defaults().of(KarateClub.graph());
        assertThat(Modularity.of(KarateClub.graph(), found)).isBetween(KARATE_OPTIMUM - 0.01, KARATE_OPTIMUM + 5e-6);
        assertThat(found[0]).isNotEqualTo(found[33]); // the teacher and the president, who split the club
    }

    @Test
    void separates_cliques_joined_by_one_edge() {
        Graph.Builder two = Graph.undirected(10);
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < i; j++) {
                two.edge(i, j).edge(5 + i, 5 + j);
            }
        }
        int[] found = Louvain.defaults().of(two.edge(0, 9).build());
        assertThat(found).containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
        // within 2 x 20 of 42 ends, each side half of all: 40/42 - 1/2
        assertThat(Modularity.of(two.build(), found)).isCloseTo(40 / 42.0 - 0.5, within(1e-15));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void finds_planted_groups(long seed) {
        Random random = new Random(seed);
        Graph.Builder planted = Graph.undirected(120);
        for (int i = 0; i < 120; i++) {
            for (int j = 0; j < i; j++) {
                if (random.nextDouble() < (i / 30 == j / 30 ? 0.5 : 0.02)) {
                    planted.edge(i, j);
                }
            }
        }
        int[] found = Louvain.defaults().of(planted.build());
        assertThat(found).containsExactly(range(120));
    }

    private static int[] range(int n) {
        int[] groups = new int[n];
        Arrays.setAll(groups, i -> i / 30);
        return groups;
    }

    @Test
    void everything_together_has_no_modularity_and_a_higher_resolution_finds_more() {
        Graph club = KarateClub.graph();
        assertThat(Modularity.of(club, new int[34])).isCloseTo(0, within(1e-15));
        int coarse = Arrays.stream(new Louvain(0.5).of(club)).max().orElseThrow();
        int fine = Arrays.stream(new Louvain(3).of(club)).max().orElseThrow();
        assertThat(fine).isGreaterThan(coarse);
    }

    @Test
    void counts_a_loop_from_both_its_ends() {
        Graph loop = Graph.undirected(2).edge(0, 0).edge(1, 1).build();
        assertThat(Modularity.of(loop, new int[] {0, 1})).isEqualTo(0.5);
        assertThat(Louvain.defaults().of(loop)).containsExactly(0, 1);
    }

    @Test
    void leaves_nodes_without_edges_alone() {
        assertThat(Louvain.defaults().of(Graph.undirected(3).build())).containsExactly(0, 1, 2);
    }

    @Test
    void refuses_directions_and_negative_weights() {
        assertThatThrownBy(
                        () -> Louvain.defaults().of(Graph.directed(2).edge(0, 1).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("withoutDirections");
        assertThatThrownBy(() ->
                        Louvain.defaults().of(Graph.undirected(2).edge(0, 1, -1).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight -1.0");
        assertThatThrownBy(() -> Modularity.of(Graph.undirected(2).build(), new int[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no weight");
        assertThatThrownBy(() -> Modularity.of(KarateClub.graph(), new int[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 communities");
        assertThatThrownBy(() -> new Louvain(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
