package org.industrialmind.learning.tabular.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Gives many candidates a small budget, the best of them more, and the best of those all of it.
 *
 * <p>Successive halving [1] keeps one in {@code eta} at each rung and multiplies the budget by {@code eta}, so that each rung
 * costs the same. It fails where good candidates start slowly; nobody knows how small the first budget may be. Hyperband [2]
 * therefore runs several brackets, from many candidates with the smallest budget to a few with all of it from the start, and
 * is never slower than plain random search by more than the number of brackets.
 *
 * <ol>
 *   <li>Jamieson and Talwalkar 2016, Non-stochastic best arm identification and hyperparameter optimization, AISTATS.
 *   <li>Li et al. 2018, Hyperband: a novel bandit-based approach to hyperparameter optimization, JMLR 18(185).
 * </ol>
 *
 * @param smallest the first budget of the boldest bracket, above 0; in the unit of the objective
 * @param largest the budget of a final judgement; 1 where the budget is a share of the rows
 * @param eta one in how many survives a rung; above 1, and 3 in [2]
 * @param brackets at most this many, boldest first; 1 is successive halving alone
 */
public record Hyperband(Space space, double smallest, double largest, double eta, int brackets) implements Strategy {
    public Hyperband {
        if (!(smallest > 0 && smallest <= largest) || !(eta > 1) || brackets < 1) {
            throw new IllegalArgumentException("budgets from " + smallest + " to " + largest + " with eta " + eta
                    + " in " + brackets + " brackets: expected 0 < smallest <= largest, eta above 1, a bracket");
        }
    }

    /** Returns the method with all its brackets and eta 3. */
    public static Hyperband of(Space space, double smallest, double largest) {
        return new Hyperband(space, smallest, largest, 3, Integer.MAX_VALUE);
    }

    /** Returns the boldest bracket alone, with eta 3. */
    public static Hyperband successiveHalving(Space space, double smallest, double largest) {
        return new Hyperband(space, smallest, largest, 3, 1);
    }

    @Override
    public SearchLog run(Objective objective, Goal goal, Consumer<Trial> progress, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long commonSeed = random.nextLong();
        int rungs = (int) Math.floor(Math.log(largest / smallest) / Math.log(eta) + 1e-9); // 1e-9: of log 9 / log 3
        List<Trial> done = new ArrayList<>();
        for (int climb = rungs; climb >= Math.max(0, rungs - brackets + 1L); climb--) {
            int start = (int) Math.ceil((rungs + 1.0) / (climb + 1) * Math.pow(eta, climb));
            List<Candidate> candidates =
                    Stream.generate(() -> space.draw(random)).limit(start).toList();
            for (int rung = 0; rung <= climb; rung++) {
                double budget = largest * Math.pow(eta, rung - climb);
                List<Trial> judged = judge(objective, candidates, budget, done.size(), commonSeed, progress);
                done.addAll(judged);
                candidates = new SearchLog(goal, judged)
                        .ranked().stream()
                                .limit(Math.max(1, (long) (judged.size() / eta)))
                                .map(Trial::candidate)
                                .toList();
            }
        }
        return new SearchLog(goal, done);
    }

    private static List<Trial> judge(
            Objective objective,
            List<Candidate> candidates,
            double budget,
            int before,
            long seed,
            Consumer<Trial> progress) {
        Effort effort = new Fixed(budget);
        List<Trial> judged = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Outcome outcome = Search.attempt(objective, candidate, effort, seed);
            Trial trial = new Trial(before + judged.size(), candidate, budget, outcome);
            judged.add(trial);
            progress.accept(trial);
        }
        return judged;
    }

    private record Fixed(double budget) implements Effort {
        @Override
        public boolean goesOn(double soFar) {
            return true;
        }
    }
}
