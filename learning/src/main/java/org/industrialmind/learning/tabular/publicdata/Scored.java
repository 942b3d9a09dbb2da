package org.industrialmind.learning.tabular.publicdata;

import java.util.List;
import org.industrialmind.foundations.statistics.Moments;

/** A method and its scorecard for each seed. */
public record Scored(Method method, List<Scorecard> cards) {
    public Scored {
        cards = List.copyOf(cards);
    }

    /** Returns one score for each seed, in the order of the seeds. */
    public double[] values(String name) {
        return cards.stream().mapToDouble(card -> card.value(name)).toArray();
    }

    /** Returns the mean of a score and, by {@link Moments#deviation()}, its spread over the seeds. */
    public Moments moments(String name) {
        return Moments.of(values(name));
    }
}
