package org.industrialmind.learning.tabular.publicdata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.industrialmind.learning.tabular.pipeline.TabularClassifier;
import org.industrialmind.learning.tabular.selection.RowKeys;
import org.industrialmind.learning.tabular.selection.Split;
import org.industrialmind.learning.tabular.selection.StratifiedKFold;
import org.industrialmind.learning.tabular.table.Table;

/**
 * Compares the methods of a public table on rows that were not learned from: those of a test part, or each fold of the
 * training part in turn. Within a seed, cross-validation gives the mean over folds.
 */
public final class Comparison {
    private final PublicTable definition;
    private final List<Long> seeds;
    private final Consumer<String> progress;

    /** @param progress is told of each method and seed that is done */
    public Comparison(PublicTable definition, List<Long> seeds, Consumer<String> progress) {
        this.definition = definition;
        this.seeds = List.copyOf(seeds);
        this.progress = progress;
    }

    /** Learns from the first table and scores the second. */
    public List<Scored> onTest(Table train, Table test) {
        boolean[] truth = definition.positives(test);
        return forEachMethod((method, seed) -> {
            long start = System.nanoTime();
            TabularClassifier model = method.pipeline().fit(train, seed);
            return scored(method, model, test, truth, System.nanoTime() - start);
        });
    }

    /** Learns from all folds but one and scores that one; stratified, drawn anew for each seed. */
    public List<Scored> crossValidated(Table table, int folds) {
        RowKeys keys = RowKeys.ofLabels(definition.labels(table));
        return forEachMethod((method, seed) -> {
            List<Scorecard> cards = new ArrayList<>();
            for (Split split : new StratifiedKFold(folds).split(keys, seed)) {
                long start = System.nanoTime();
                TabularClassifier model = method.pipeline().fitRows(table, split.train(), seed);
                long fitted = System.nanoTime() - start;
                Table test = table.select(split.test());
                cards.add(scored(method, model, test, definition.positives(test), fitted));
            }
            return Scorecard.mean(cards);
        });
    }

    private Scorecard scored(Method method, TabularClassifier model, Table test, boolean[] truth, long fitNanos) {
        long start = System.nanoTime();
        double[] probabilities = model.probabilities(test, definition.positive());
        return Scorecard.of(
                truth, probabilities, method.threshold(), fitNanos / 1e9, (System.nanoTime() - start) / 1e9);
    }

    private List<Scored> forEachMethod(Trial trial) {
        List<Scored> all = new ArrayList<>();
        for (Method method : definition.methods()) {
            List<Scorecard> cards = new ArrayList<>();
            for (long seed : seeds) {
                cards.add(trial.run(method, seed));
                progress.accept(String.format(
                        "%s, seed %d: accuracy %.4f, auc %.4f",
                        method.name(),
                        seed,
                        cards.getLast().value("accuracy"),
                        cards.getLast().value("auc")));
            }
            all.add(new Scored(method, cards));
        }
        return all;
    }

    private interface Trial {
        Scorecard run(Method method, long seed);
    }
}
