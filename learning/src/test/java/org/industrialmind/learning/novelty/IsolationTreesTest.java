package org.industrialmind.learning.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.tree.IsolationForest;
import org.industrialmind.foundations.tree.IsolationModel;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;
import org.junit.jupiter.api.Test;

class IsolationTreesTest extends NoveltyContract {
    @Override
    protected NoveltyMethod method() {
        return IsolationTrees.defaults();
    }

    @Test
    void comes_back_from_its_tensors_as_it_was() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<NormalWindows.Item> items = new ArrayList<>();
        for (int w = 0; w < 300; w++) {
            float[] values = {(float) random.nextGaussian(), 0, (float) random.nextGaussian(), 0};
            items.add(new NormalWindows.Item(w % 2, 1, StandardWindow.of(2, values, 0, 2)));
        }
        Layout layout = new Layout(2, 2, 2);
        KnownNormal known = IsolationTrees.defaults().learn(new NormalWindows(layout, items), SEED);
        KnownNormal restored = IsolationTrees.defaults().restore(layout, new NamedTensors(known.tensors()));
        for (NormalWindows.Item item : items) {
            assertThat(restored.novelty(item.place(), item.window()))
                    .isEqualTo(known.novelty(item.place(), item.window()));
        }
        StandardWindow moved = StandardWindow.of(2, new float[] {0, 9, 0, 9}, 0, 2);
        assertThat(known.novelty(0, moved)).isGreaterThan(1);
        assertThat(known.evidence(0, moved).share(1)).isGreaterThan(0.5);
    }

    @Test
    void agrees_with_the_plain_forest_about_rows_it_has_seen() {
        SplittableRandom random = new SplittableRandom(SEED);
        Matrix rows = Matrix.of(
                200, 3, random.doubles(600).map(u -> random.nextGaussian()).toArray());
        IsolationForest forest = new IsolationForest(20, 64);
        IsolationModel plain = forest.fit(rows, 3);
        IsolationGrove grove = IsolationGrove.grow(forest, rows, 3);
        for (int r = 0; r < rows.rows(); r++) {
            assertThat(Math.pow(2, -grove.depth(rows.row(r)) / plain.usualDepth()))
                    .isCloseTo(plain.score(rows.row(r)), within(1e-12));
        }
    }

    @Test
    void is_alone_with_the_probability_that_a_cut_falls_between() {
        // one cut at 0 of rows from -1 to 1; either leaf lies at depth 3 in the mean
        double[] nodes = {0, 2, 0, -1, 1, -1, 0, 3, 0, 0, -1, 0, 3, 0, 0};
        IsolationGrove grove = restore(nodes);
        assertThat(grove.depth(new double[] {0.5})).isCloseTo(3, within(1e-12));
        double alone = (3.0 - 1) / (3 + 1);
        assertThat(grove.depth(new double[] {3})).isCloseTo(alone * 1 + (1 - alone) * 3, within(1e-12));
        assertThat(grove.depth(new double[] {-3})).isCloseTo(grove.depth(new double[] {3}), within(1e-12));
    }

    @Test
    void refuses_nodes_that_make_no_tree() {
        double[] backwards = {0, 0, 0, -1, 1, -1, 0, 3, 0, 0, -1, 0, 3, 0, 0};
        assertThatThrownBy(() -> restore(backwards)).hasMessageContaining("node 0 of 3");
        double[] unended = {0, 2, 0, -1, 1, -1, 0, 3, 0, 0};
        assertThatThrownBy(() -> restore(unended)).hasMessageContaining("node 0 of 2");
        double[] otherFeature = {1, 2, 0, -1, 1, -1, 0, 3, 0, 0, -1, 0, 3, 0, 0};
        assertThatThrownBy(() -> restore(otherFeature)).hasMessageContaining("over 1 features");
    }

    private static IsolationGrove restore(double[] nodes) {
        Map<String, Tensor> kept = new HashMap<>();
        kept.put("g", Tensor.of(nodes, nodes.length / 5, 5));
        kept.put("g/usual_depth", Tensor.of(new double[] {6}, 1));
        return IsolationGrove.restore("g", 1, new NamedTensors(kept));
    }
}
