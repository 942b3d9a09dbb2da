package org.industrialmind.foundations.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.industrialmind.foundations.graph.Graph.Edge;
import org.junit.jupiter.api.Test;

class GraphTest {
    @Test
    void keeps_neighbours_in_the_order_of_their_edges() {
        Graph graph = Graph.directed(3).edge(0, 2, 5).edge(0, 1).edge(2, 0, 3).build();
        assertThat(graph.neighbours(0)).containsExactly(2, 1);
        assertThat(graph.weights(0)).containsExactly(5, 1);
        assertThat(graph.neighbours(1)).isEmpty();
        assertThat(graph.reversed().neighbours(0)).containsExactly(2);
        assertThat(graph.edges()).isEqualTo(3);
        assertThat(graph).hasToString("Graph[3 nodes, 3 directed edges]");
    }

    @Test
    void goes_both_ways_where_it_is_undirected_but_once_round_a_loop() {
        Graph graph = Graph.undirected(3).edge(1, 0, 2).edge(2, 2, 7).build();
        assertThat(graph.neighbours(0)).containsExactly(1);
        assertThat(graph.neighbours(1)).containsExactly(0);
        assertThat(graph.neighbours(2)).containsExactly(2);
        assertThat(graph.edgeList()).containsExactly(new Edge(0, 1, 2), new Edge(2, 2, 7));
        assertThat(graph.reversed()).isSameAs(graph);
        assertThat(graph.withoutDirections()).isSameAs(graph);
        assertThat(graph.isDirected()).isFalse();
    }

    @Test
    void refuses_what_is_no_edge() {
        assertThatThrownBy(() -> Graph.directed(2).edge(0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0 to 2: expected nodes between 0 and 1");
        assertThatThrownBy(() -> Graph.directed(2).edge(0, 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight NaN");
        assertThatThrownBy(() -> Graph.undirected(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Graph.undirected(1).build().neighbours(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("node 1: expected one between 0 and 0");
    }
}
