package org.industrialmind.learning.tabular.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.industrialmind.foundations.algebra.Matrix;

/**
 * Chooses settings by cross-validation, and says what choosing so is worth.
 *
 * <p>The score of the chosen settings is the best of many noisy ones: it flatters [1]. A tuned method is therefore a method
 * like any other, {@link #tuned}: it chooses within the rows it is given to learn from, and is judged on rows that took no
 * part. {@link #evaluate} does just that. The settings to use in the end come from {@link #choose} on all rows; their worth
 * is what the evaluation said of the way they were found.
 *
 * <p>With a budget, a trial learns from that share of each training part, drawn once and growing, judged on whole test parts.
 *
 * <ol>
 *   <li>Cawley and Talbot 2010, On over-fitting in model selection and subsequent selection bias, JMLR 11.
 * </ol>
 *
 * @param strategy how candidates are looked for
 * @param inner how the rows that settings are chosen on are split
 */
public record Tuning(Strategy strategy, Splitter inner) {
    /** Returns every trial on these rows; all of them take part in the choice. */
    public SearchLog choose(TunableMethod method, RowKeys rows, Metric metric, Consumer<Trial> progress, long seed) {
        int[] all = IntStream.range(0, rows.size()).toArray();
        return choose(method, rows, all, metric, progress, seed);
    }

    public SearchLog choose(TunableMethod method, RowKeys rows, Metric metric, long seed) {
        return choose(method, rows, metric, trial -> {}, seed);
    }

    /** Returns the method that first chooses its settings within the rows it learns from, then learns from all of them. */
    public FoldMethod tuned(TunableMethod method, RowKeys rows, Metric metric) {
        return tuned(method, rows, metric, trial -> {}, log -> {});
    }

    private FoldMethod tuned(
            TunableMethod method, RowKeys rows, Metric metric, Consumer<Trial> progress, Consumer<SearchLog> chosen) {
        return (train, test, seed) -> {
            SplittableRandom seeds = new SplittableRandom(seed);
            SearchLog log = choose(method, rows, train, metric, progress, seeds.nextLong());
            chosen.accept(log);
            return method.with(log.best().candidate()).predict(train, test, seeds.nextLong());
        };
    }

    /**
     * Returns what choosing in this way is worth: settings are chosen anew inside each training part of the outer splits,
     * by the first metric, and judged by all metrics on the test part.
     *
     * @param progress is told of each trial of each inner search as it ends
     */
    public NestedEvaluation evaluate(
            TunableMethod method, RowKeys rows, CrossValidation outer, Consumer<Trial> progress) {
        List<SearchLog> choices = new ArrayList<>();
        Metric steering = outer.metrics().getFirst();
        CrossValidated scores = outer.run(tuned(method, rows, steering, progress, choices::add), rows);
        return new NestedEvaluation(steering.name(), scores, choices);
    }

    public NestedEvaluation evaluate(TunableMethod method, RowKeys rows, CrossValidation outer) {
        return evaluate(method, rows, outer, trial -> {});
    }

    private SearchLog choose(
            TunableMethod method, RowKeys rows, int[] train, Metric metric, Consumer<Trial> progress, long seed) {
        RowKeys keys = rows.select(train);
        return strategy.run(
                (candidate, effort, commonSeed) -> {
                    List<Split> splits = inner.split(keys, commonSeed).stream()
                            .map(split -> split.within(train))
                            .toList();
                    return mean(method.with(candidate), splits, metric, effort, commonSeed);
                },
                metric.goal(),
                progress,
                seed);
    }

    private static double mean(FoldMethod method, List<Split> splits, Metric metric, Effort effort, long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        double sum = 0;
        int done = 0;
        for (Split split : splits) {
            Split part = Split.of(share(split.train(), effort.budget(), seeds.nextLong()), split.test());
            Matrix predicted = CrossValidation.predict(method, part, seeds.nextLong());
            sum += metric.score().of(part.test(), predicted);
            done++;
            if (done < splits.size() && !effort.goesOn(sum / done)) {
                break;
            }
        }
        return sum / done;
    }

    /** Returns a drawn share of the rows, a larger share holding the smaller one. */
    private static int[] share(int[] train, double budget, long seed) {
        if (budget >= 1) {
            return train;
        }
        int size = (int) Math.max(1, Math.round(budget * train.length));
        int[] order = Folds.shuffled(train.length, new SplittableRandom(seed));
        return Arrays.stream(order, 0, size).map(i -> train[i]).sorted().toArray();
    }
}
