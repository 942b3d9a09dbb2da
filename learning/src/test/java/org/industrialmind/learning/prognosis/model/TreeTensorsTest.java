package org.industrialmind.learning.prognosis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.boosting.BoostedTrees;
import org.industrialmind.foundations.tree.BinaryTree;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTensorsTest {
    private static final int COLUMNS = 2;

    /** Asks column 0 first; on its left column 1, where what is missing goes left too. */
    private static BinaryTree tree() {
        BinaryTree.Builder builder = new BinaryTree.Builder(1);
        int root = builder.split(0, 5, false, 10, 3);
        int inner = builder.split(1, -1, true, 6, 2);
        builder.leaf(2, 0.25);
        builder.right(inner);
        builder.leaf(4, 0.5);
        builder.right(root);
        builder.leaf(4, 1);
        return builder.build();
    }

    private static Map<String, Tensor> kept() {
        BinaryTree.Builder stump = new BinaryTree.Builder(1);
        stump.leaf(10, 8);
        Map<String, Tensor> tensors = new HashMap<>();
        TreeTensors.keep("t", BoostedTrees.of(COLUMNS, 100, List.of(tree(), stump.build())), tensors);
        return tensors;
    }

    private static double[] nodes(Map<String, Tensor> tensors) {
        return new NamedTensors(tensors).doubles("t.nodes", NamedTensors.ANY, 5);
    }

    @Test
    void trees_come_back_leaf_by_leaf_and_side_by_side() {
        BoostedTrees trees = TreeTensors.read("t", COLUMNS, new NamedTensors(kept()));
        assertThat(trees.rounds()).isEqualTo(2);
        assertThat(trees.raw(new double[] {5, -1})[0]).isEqualTo(108.25);
        assertThat(trees.raw(new double[] {5, 0})[0]).isEqualTo(108.5);
        assertThat(trees.raw(new double[] {5, Double.NaN})[0]).isEqualTo(108.25);
        assertThat(trees.raw(new double[] {6, 0})[0]).isEqualTo(109);
        assertThat(trees.raw(new double[] {Double.NaN, 0})[0]).isEqualTo(109);
        assertThat(trees.gains()).containsExactly(0.6, 0.4);
        assertThat(trees.covers()).containsExactly(0.625, 0.375);
    }

    @Test
    void a_tree_that_ends_before_its_leaves_is_refused() {
        for (int left : new int[] {1, 2, 3, 4}) { // of five nodes
            Map<String, Tensor> tensors = kept();
            double[] nodes = nodes(tensors);
            tensors.put("t.nodes", Tensor.of(Arrays.copyOf(nodes, left * 5), left, 5));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TreeTensors.read("t", COLUMNS, new NamedTensors(tensors)))
                    .withMessageContaining("ends where a child is to come");
        }
    }

    @Test
    void a_tree_that_asks_for_a_column_that_there_is_not_is_refused() {
        for (double column : new double[] {2, -2, 0.5, 1e300}) {
            Map<String, Tensor> tensors = kept();
            double[] nodes = nodes(tensors);
            nodes[0] = column;
            tensors.put("t.nodes", Tensor.of(nodes, nodes.length / 5, 5));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TreeTensors.read("t", COLUMNS, new NamedTensors(tensors)))
                    .withMessageContaining("asks column " + column + ": expected one of 2, or -1 for a leaf");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2  | 0.5 | sends what is missing to 0.5: expected 1
        2  | -1  | sends what is missing to -1.0
        3  | 0   | has the cover 0.0: expected more than 0
        4  | -3  | gained -3.0: expected a gain from 0
        13 | -2  | has the cover -2.0
        """)
    void a_node_that_no_tree_has_is_refused(int at, double value, String detail) {
        Map<String, Tensor> tensors = kept();
        double[] nodes = nodes(tensors);
        nodes[at] = value;
        tensors.put("t.nodes", Tensor.of(nodes, nodes.length / 5, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TreeTensors.read("t", COLUMNS, new NamedTensors(tensors)))
                .withMessageContaining(detail);
    }
}
