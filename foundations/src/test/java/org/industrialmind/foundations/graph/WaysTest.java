package org.industrialmind.foundations.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.industrialmind.foundations.golden.Golden;
import org.industrialmind.foundations.graph.Graph.Edge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways, orders, parts and trees: on small graphs by hand, on a larger one against SciPy. */
class WaysTest {
    private static final Golden GOLDEN = Golden.read("graph");
    private final Graph diamond = Graph.directed(6)
            .edge(0, 1)
            .edge(0, 2)
            .edge(1, 3)
            .edge(2, 3)
            .edge(3, 4)
            .build();

    static Graph golden(String edges, boolean directed) {
        Graph.Builder graph = directed ? Graph.directed(24) : Graph.undirected(24);
        for (int r = 0; r < GOLDEN.matrix(edges).rows(); r++) {
            double[] edge = GOLDEN.matrix(edges).row(r);
            graph.edge((int) edge[0], (int) edge[1], edge[2]);
        }
        return graph.build();
    }

    @Test
    void broad_search_goes_level_by_level_and_deep_search_to_the_end() {
        assertThat(Traversal.breadthFirst(diamond, 0)).containsExactly(0, 1, 2, 3, 4);
        assertThat(Traversal.depthFirst(diamond, 0)).containsExactly(0, 1, 3, 4, 2);
        assertThat(Traversal.hops(diamond, 0)).containsExactly(0, 1, 1, 2, 3, -1);
        assertThat(Traversal.breadthFirst(diamond, 5)).containsExactly(5);
    }

    @Test
    void an_order_leads_every_edge_forward() {
        assertThat(TopologicalOrder.of(diamond)).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(TopologicalOrder.of(diamond.reversed())).containsExactly(4, 3, 1, 2, 0, 5);
    }

    @Test
    void a_cycle_is_named_where_there_is_no_order() {
        Graph cyclic = Graph.directed(5)
                .edge(0, 1)
                .edge(1, 2)
                .edge(2, 3)
                .edge(3, 1)
                .edge(3, 4)
                .build();
        assertThatThrownBy(() -> TopologicalOrder.of(cyclic))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cycle")
                .hasMessageMatching(".*(1 -> 2 -> 3 -> 1|2 -> 3 -> 1 -> 2|3 -> 1 -> 2 -> 3).*");
        assertThatThrownBy(() -> TopologicalOrder.of(Graph.undirected(2).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no directions");
    }

    @Test
    void distances_and_hops_are_scipys() {
        Graph graph = golden("edges", true);
        int[] starts = {0, 5, 11};
        for (int i = 0; i < starts.length; i++) {
            double[] expected = GOLDEN.matrix("distances").row(i);
            double[] found = ShortestPaths.from(graph, starts[i]).distances();
            int[] hops = Traversal.hops(graph, starts[i]);
            for (int node = 0; node < found.length; node++) {
                if (Double.isInfinite(expected[node])) {
                    assertThat(found[node]).isInfinite();
                    assertThat(hops[node]).isEqualTo(-1);
                } else {
                    assertThat(found[node]).isCloseTo(expected[node], within(1e-12));
                    assertThat(hops[node]).isEqualTo((int) GOLDEN.matrix("hops").get(i, node));
                }
            }
        }
    }

    @Test
    void a_way_is_as_long_as_its_distance() {
        Graph graph = golden("edges", true);
        ShortestPaths ways = ShortestPaths.from(graph, 0);
        for (int node = 0; node < graph.nodes(); node++) {
            double distance = ways.distances()[node];
            assertThat(ways.to(node).isPresent()).isEqualTo(distance < Double.POSITIVE_INFINITY);
            ways.to(node).ifPresent(way -> assertThat(length(graph, way)).isCloseTo(distance, within(1e-12)));
        }
        assertThat(ways.to(0)).hasValueSatisfying(way -> assertThat(way).containsExactly(0));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_guess_finds_the_same_length_looking_at_fewer_nodes(long seed) {
        int side = 20; // a grid with random costs of at least 1 a step
        Random random = new Random(seed);
        Graph.Builder grid = Graph.undirected(side * side);
        for (int i = 0; i < side * side; i++) {
            if (i % side < side - 1) {
                grid.edge(i, i + 1, 1 + random.nextDouble() / 4);
            }
            if (i / side < side - 1) {
                grid.edge(i, i + side, 1 + random.nextDouble() / 4);
            }
        }
        Graph graph = grid.build();
        int goal = side * side / 2 + side / 2;
        AtomicInteger looked = new AtomicInteger();
        int[] way = ShortestPaths.between(graph, 0, goal, node -> {
                    looked.incrementAndGet();
                    return Math.abs(node % side - goal % side) + Math.abs(node / side - goal / side);
                })
                .orElseThrow();
        assertThat(length(graph, way)).isCloseTo(ShortestPaths.from(graph, 0).distances()[goal], within(1e-12));
        assertThat(looked.get()).isLessThan(side * side); // the far corner was never met
    }

    @Test
    void no_way_is_no_error_but_a_negative_weight_is() {
        assertThat(ShortestPaths.between(diamond, 4, 0, node -> 0)).isEmpty();
        Graph negative = Graph.directed(2).edge(0, 1, -3).build();
        assertThatThrownBy(() -> ShortestPaths.from(negative, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0 to 1 has weight -3.0");
    }

    @Test
    void parts_are_scipys() {
        Graph graph = golden("edges", true);
        assertSameDivision(Components.connected(graph), GOLDEN.integers("weak"));
        assertSameDivision(Components.strong(graph), GOLDEN.integers("strong"));
    }

    @Test
    void a_loop_of_flow_is_one_strong_part() {
        Graph graph = Graph.directed(5)
                .edge(0, 1)
                .edge(1, 2)
                .edge(2, 1)
                .edge(2, 3)
                .edge(3, 2)
                .build();
        assertThat(Components.strong(graph)).containsExactly(0, 1, 1, 1, 2);
        assertThat(Components.connected(graph)).containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void the_least_tree_weighs_what_scipys_does() {
        List<Edge> tree = MinimumSpanningTree.of(golden("pairs", false));
        assertThat(tree).hasSize((int) GOLDEN.value("tree_edges"));
        assertThat(tree.stream().mapToDouble(Edge::weight).sum()).isCloseTo(GOLDEN.value("tree_weight"), within(1e-12));
        assertThatThrownBy(() -> MinimumSpanningTree.of(diamond))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is directed");
    }

    @Test
    void sets_join_once() {
        UnionFind sets = new UnionFind(5);
        assertThat(sets.join(3, 1)).isTrue();
        assertThat(sets.join(1, 4)).isTrue();
        assertThat(sets.join(3, 4)).isFalse();
        assertThat(sets.sets()).isEqualTo(3);
        assertThat(sets.size(4)).isEqualTo(3);
        assertThat(sets.labels()).containsExactly(0, 1, 2, 1, 1);
    }

    private static double length(Graph graph, int[] way) {
        double length = 0;
        for (int i = 1; i < way.length; i++) {
            double shortest = Double.POSITIVE_INFINITY;
            int[] neighbours = graph.neighbours(way[i - 1]);
            for (int n = 0; n < neighbours.length; n++) {
                if (neighbours[n] == way[i]) {
                    shortest = Math.min(shortest, graph.weights(way[i - 1])[n]);
                }
            }
            length += shortest;
        }
        return length;
    }

    private static void assertSameDivision(int[] found, int[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(found[i] == found[j]).isEqualTo(expected[i] == expected[j]);
            }
        }
    }
}
