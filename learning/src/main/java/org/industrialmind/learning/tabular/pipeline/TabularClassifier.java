package org.industrialmind.learning.tabular.pipeline;

import java.util.Arrays;
import java.util.List;
import org.industrialmind.foundations.algebra.Matrix;
import org.industrialmind.foundations.supervised.Classifier;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.tabular.table.CategoricalColumn;
import org.industrialmind.learning.tabular.table.Table;

/** Says how probable each class is for the rows of a table. */
public final class TabularClassifier implements TabularModel {
    private final String target;
    private final List<String> levels;
    private final FeatureEncoder encoder;
    private final Classifier classifier;
    private final Provenance provenance;

    TabularClassifier(
            String target, List<String> levels, FeatureEncoder encoder, Classifier classifier, Provenance provenance) {
        this.target = target;
        this.levels = List.copyOf(levels);
        this.encoder = encoder;
        this.classifier = classifier;
        this.provenance = provenance;
    }

    @Override
    public String target() {
        return target;
    }

    /** Returns the names of the classes, in the order of the probabilities. */
    public List<String> levels() {
        return levels;
    }

    @Override
    public FeatureEncoder encoder() {
        return encoder;
    }

    /** Returns what was learned from the encoded rows. */
    public Classifier classifier() {
        return classifier;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    /** Returns the probability of each class for each row. Shape: [row, class]. */
    public Matrix probabilities(Table table) {
        return classifier.probabilities(encode(table));
    }

    /** Returns the probability of one class for each row. Shape: [row]. */
    public double[] probabilities(Table table, String level) {
        if (!levels.contains(level)) {
            throw new IllegalArgumentException("no class '" + level + "': expected one of " + levels);
        }
        return probabilities(table).column(levels.indexOf(level));
    }

    /** Returns the position of the most probable class among the levels for each row. Shape: [row]. */
    public int[] predict(Table table) {
        return classifier.predict(encode(table));
    }

    /** Returns the most probable class of each row, under the name of the target. */
    public CategoricalColumn predicted(Table table) {
        return CategoricalColumn.ofCodes(target, predict(table), levels);
    }

    /**
     * Returns the true class of each row by position among the levels, as the column of the target says. Shape: [row].
     *
     * @throws IllegalArgumentException if a row has no class, or one that was not there in training
     */
    public int[] labels(Table table) {
        List<String> known = levels;
        int[] labels = new int[table.rows()];
        Arrays.setAll(labels, r -> known.indexOf(table.column(target).text(r)));
        for (int r = 0; r < labels.length; r++) {
            if (labels[r] < 0) {
                throw new IllegalArgumentException("row " + r + ", column '" + target + "': seen '"
                        + table.column(target).text(r) + "', expected one of " + levels);
            }
        }
        return labels;
    }
}
