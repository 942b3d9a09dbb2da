package org.industrialmind.learning.tabular.selection;

import java.util.List;

/**
 * What a way of choosing settings is worth, and what it chose.
 *
 * @param metric the metric that settings were chosen by
 * @param scores on rows that took no part in the choice
 * @param choices the search of each outer split, by seed, then fold; settings that differ wildly between them say that the
 *     data do not tell them apart
 */
public record NestedEvaluation(String metric, CrossValidated scores, List<SearchLog> choices) {
    public NestedEvaluation {
        choices = List.copyOf(choices);
    }

    /** Returns the candidate chosen in each outer split. */
    public List<Candidate> chosen() {
        return choices.stream().map(log -> log.best().candidate()).toList();
    }

    /** Returns by how much the scores of the chosen looked better while choosing than they were, on average. */
    public double optimism() {
        double inner = choices.stream()
                .mapToDouble(log -> log.best().score())
                .average()
                .orElseThrow();
        double outer = scores.estimate(metric).mean();
        return choices.getFirst().goal() == Goal.HIGHEST ? inner - outer : outer - inner;
    }
}
