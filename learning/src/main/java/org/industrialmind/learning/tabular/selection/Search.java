package org.industrialmind.learning.tabular.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.industrialmind.foundations.statistics.Quantiles;

/**
 * Tries one candidate after the other, each proposed by a sampler.
 *
 * @param trials at most this many; at least 1
 */
public record Search(Space space, Sampler sampler, int trials, Stopping stopping) implements Strategy {
    public Search {
        if (trials < 1) {
            throw new IllegalArgumentException("a search of " + trials + " trials: expected at least 1");
        }
    }

    /** Returns a search that lets every trial run to the end. */
    public static Search of(Space space, Sampler sampler, int trials) {
        return new Search(space, sampler, trials, Stopping.never());
    }

    @Override
    public SearchLog run(Objective objective, Goal goal, Consumer<Trial> progress, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long commonSeed = random.nextLong();
        List<Trial> done = new ArrayList<>();
        List<List<Double>> standings = new ArrayList<>(); // [step] -> how each earlier trial stood there
        double best = Double.NaN;
        int bestAt = 0;
        for (int number = 0; number < trials && number - bestAt < stopping.patience(); number++) {
            Optional<Candidate> candidate = sampler.next(space, new SearchLog(goal, done), random);
            if (candidate.isEmpty()) {
                break;
            }
            Race race = new Race(goal, standings, number >= stopping.spared());
            Trial trial = new Trial(number, candidate.get(), 1, judge(objective, candidate.get(), race, commonSeed));
            done.add(trial);
            progress.accept(trial);
            if (goal.better(trial.score(), best)) {
                best = trial.score();
                bestAt = number;
            }
        }
        return new SearchLog(goal, done);
    }

    private static Outcome judge(Objective objective, Candidate candidate, Race race, long seed) {
        Outcome outcome = attempt(objective, candidate, race, seed);
        return race.givenUp ? new Outcome.GivenUp(race.last, race.steps) : outcome;
    }

    /** Returns the score, or why there is none: a candidate that cannot be learned with is a finding, not an accident. */
    static Outcome attempt(Objective objective, Candidate candidate, Effort effort, long seed) {
        try {
            double score = objective.score(candidate, effort, seed);
            return Double.isNaN(score) ? new Outcome.Failed("the score is no number") : new Outcome.Scored(score);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static final class Race implements Effort {
        private final Goal goal;
        private final List<List<Double>> standings;
        private final boolean mayGiveUp;
        private int steps;
        private double last = Double.NaN;
        private boolean givenUp;

        Race(Goal goal, List<List<Double>> standings, boolean mayGiveUp) {
            this.goal = goal;
            this.standings = standings;
            this.mayGiveUp = mayGiveUp;
        }

        @Override
        public double budget() {
            return 1;
        }

        @Override
        public boolean goesOn(double soFar) {
            if (standings.size() == steps) {
                standings.add(new ArrayList<>());
            }
            List<Double> others = standings.get(steps++);
            last = soFar;
            double[] numbers = others.stream()
                    .filter(score -> !Double.isNaN(score))
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            givenUp = mayGiveUp && numbers.length > 0 && goal.better(Quantiles.median(numbers), soFar);
            others.add(soFar);
            return !givenUp;
        }
    }
}
