package org.industrialmind.learning.novelty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.anomaly.Blocks;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.Tensor;

/**
 * Judges windows by principal components of rows together with the rows before them: not only which values belong together,
 * but which belong after each other.
 *
 * <p>A row is joined with its predecessors into one long row, of which the components are taken [1]. Noise of a process is
 * not independent from row to row; lags take that up into the components, so that what is left over is nearly so. The
 * combined index of T2 and SPE ({@link PrincipalComponents}) is worked out for every row, and that of the window is the
 * median of the means over blocks of rows; its root is the novelty, in units of the most that a usual window shows.
 *
 * <p>Evidence against a channel is by how much the index falls, on average over rows, if the channel is put right at all
 * lags at once: the reconstruction-based contribution along a subspace [2], (E' Phi x)' (E' Phi E)^-1 (E' Phi x).
 *
 * <p>Sees broken relations and broken dynamics. A small lasting shift is seen worse than by {@link Pca}, which averages
 * first. Windows of one row have no past; then these are components of rows.
 *
 * <ol>
 *   <li>Ku, Storer and Georgakis 1995, Disturbance detection and isolation by dynamic principal component analysis,
 *       Chemometrics and Intelligent Laboratory Systems 30(1).
 *   <li>Alcala and Qin 2009, Reconstruction-based contribution for process monitoring, Automatica 45(7).
 * </ol>
 *
 * @param lags how many rows before each are joined to it, where windows are long enough
 * @param variance the share of the variance in (0, 1) that the components must explain
 */
public record DynamicPca(int lags, double variance) implements NoveltyMethod {
    private static final int MOST_ROWS = 8192; // to learn from; components of some hundred columns need no more

    /** @throws IllegalArgumentException if the lags are negative or the share is outside (0, 1) */
    public DynamicPca {
        if (lags < 0 || !(variance > 0 && variance < 1)) {
            throw new IllegalArgumentException("dynamic PCA of " + lags + " lags and a share of variance of " + variance
                    + " is not valid: expected lags from 0 and a share in (0, 1)");
        }
    }

    /** Returns the house settings: two lags, which most controlled processes need; 90 % of the variance. */
    public static DynamicPca defaults() {
        return new DynamicPca(2, 0.9);
    }

    @Override
    public String kind() {
        return "dynamic-pca";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("lags", Integer.toString(lags), "variance", Double.toString(variance));
    }

    @Override
    public KnownNormal learn(NormalWindows windows, long seed) {
        int used = LaggedRows.lags(lags, windows.layout().rows());
        List<double[]> rows = LaggedRows.ofAll(windows, used, MOST_ROWS);
        PrincipalComponents components = PrincipalComponents.fit(rows, variance, rows.size());
        Known unit = new Known(windows.layout(), components, 1);
        double[] novelties = windows.items().stream()
                .mapToDouble(item -> unit.novelty(item.place(), item.window()))
                .toArray();
        return new Known(windows.layout(), components, Usual.most(novelties));
    }

    @Override
    public KnownNormal restore(Layout layout, NamedTensors tensors) {
        int size = layout.channels() * (LaggedRows.lags(lags, layout.rows()) + 1);
        return new Known(layout, PrincipalComponents.restore(size, tensors), tensors.positive("unit"));
    }

    /** Lags are told by the components: as many as make their size. */
    private record Known(Layout layout, PrincipalComponents components, double unit) implements KnownNormal {
        private int lags() {
            return components.size() / layout.channels() - 1;
        }

        @Override
        public double novelty(int place, StandardWindow window) {
            LaggedRows rows = new LaggedRows(window, lags());
            double[] row = new double[rows.size()];
            double[] scratch = new double[components.kept()];
            double[] index = new double[rows.count()];
            for (int t = 0; t < index.length; t++) {
                rows.copy(t, row);
                index[t] = components.distance(row, scratch).combined();
            }
            return Math.sqrt(Blocks.medianOfMeans(index)) / unit;
        }

        @Override
        public Evidence evidence(int place, StandardWindow window) {
            SubspaceContributions contributions = new SubspaceContributions(components, layout.channels());
            LaggedRows rows = new LaggedRows(window, lags());
            double[] row = new double[rows.size()];
            double[] weights = new double[layout.channels()];
            for (int t = 0; t < rows.count(); t++) {
                rows.copy(t, row);
                contributions.add(row, weights);
            }
            return Evidence.atLevels(weights, window);
        }

        @Override
        public Map<String, Tensor> tensors() {
            Map<String, Tensor> tensors = new HashMap<>();
            components.keep(tensors);
            tensors.put("unit", Tensor.of(new double[] {unit}, 1));
            return tensors;
        }

        @Override
        public Map<String, Double> facts() {
            return Map.of("components", (double) components.kept());
        }
    }
}
