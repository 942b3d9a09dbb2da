package org.industrialmind.foundations.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.industrialmind.foundations.golden.Golden;
import org.junit.jupiter.api.Test;

/** Ranks by walks: closed forms, and the linear equations they solve. */
class WalksTest {
    private final Golden golden = Golden.read("graph");

    @Test
    void ranks_solve_their_equations() {
        Graph graph = WaysTest.golden("edges", true);
        double[] ranks = PageRank.defaults().of(graph);
        assertThat(ranks).containsExactly(golden.vector("pagerank"), within(1e-11));
        assertThat(Arrays.stream(ranks).sum()).isCloseTo(1, within(1e-12));
        double[] near = new RandomWalkWithRestart(0.3, 1e-13, 500).from(graph, 3);
        assertThat(near).containsExactly(golden.vector("restart"), within(1e-11));
    }

    @Test
    void on_a_ring_all_nodes_rank_alike_and_nearness_falls_by_the_damping() {
        Graph ring = Graph.directed(3).edge(0, 1).edge(1, 2).edge(2, 0).build();
        assertThat(PageRank.defaults().of(ring))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
        double[] near = RandomWalkWithRestart.defaults().from(ring, 0);
        assertThat(near[1] / near[0]).isCloseTo(0.85, within(1e-10));
        assertThat(near[2] / near[1]).isCloseTo(0.85, within(1e-10));
    }

    @Test
    void a_common_cause_is_found_by_walking_against_the_flow_from_its_symptoms() {
        // supply 0 feeds pumps 1 and 2; another supply 3 feeds pump 2 and a third, 4; pumps 1 and 2 show symptoms
        Graph plant =
                Graph.directed(5).edge(0, 1).edge(0, 2).edge(3, 2).edge(3, 4).build();
        double[] near = RandomWalkWithRestart.defaults().from(plant.reversed(), new double[] {0, 1, 1, 0, 0});
        assertThat(near[0]).isGreaterThan(near[3]);
        assertThat(near[4]).isZero();
    }

    @Test
    void settings_and_starts_are_checked() {
        assertThatThrownBy(() -> new PageRank(1, 1e-9, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damping 1.0");
        Graph two = Graph.directed(2).edge(0, 1).build();
        assertThatThrownBy(() -> RandomWalkWithRestart.defaults().from(two, new double[] {1, -1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none negative");
        assertThatThrownBy(() -> new PageRank(0.85, 1e-15, 2).of(WaysTest.golden("edges", true)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not settle");
    }
}
