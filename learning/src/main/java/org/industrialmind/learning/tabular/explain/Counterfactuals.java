package org.industrialmind.learning.tabular.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Looks for the nearest change of a row that a machine or a person could make, after which the model answers as wanted [1].
 *
 * <p>Near means a small sum of changes, each in the scale of its column (a robust spread, say) times its cost: the sum of
 * absolute changes keeps most columns where they are. Candidates are drawn around the row, ever farther, changing few columns
 * at a time; each that answers as wanted is pulled back towards the row, column by column, by halving, for as long as the
 * answer holds. The nearest found is returned. It is feasible and it answers as wanted; that nothing nearer exists is likely,
 * not proven, since the model is any function.
 *
 * <p>It says what would change the model's mind. Whether the world would follow is another question.
 *
 * <ol>
 *   <li>Wachter, Mittelstadt and Russell 2018, Counterfactual explanations without opening the black box, Harvard J. Law and
 *       Technology 31(2).
 * </ol>
 *
 * @param columns what may become of each
 * @param scales what counts as one unit of change of each column, above 0
 * @param most columns that may change at once; at least 1
 * @param draws candidates tried; at least 1
 */
public record Counterfactuals(List<Feasible> columns, List<Double> scales, int most, int draws) {
    private static final int HALVINGS = 30; // leaves a billionth of the way
    private static final double WIDEST = 6; // scales: the farthest candidates are drawn with this spread

    public Counterfactuals {
        columns = List.copyOf(columns);
        scales = List.copyOf(scales);
        if (columns.size() != scales.size()
                || scales.stream().anyMatch(scale -> !(scale > 0))
                || most < 1
                || draws < 1) {
            throw new IllegalArgumentException(
                    "seen " + columns.size() + " columns, the scales " + scales + ", at most " + most + " changes and "
                            + draws + " draws: expected a scale above 0 for each, and at least 1");
        }
    }

    /** Returns a search of two thousand candidates that change up to three columns. */
    public static Counterfactuals of(List<Feasible> columns, List<Double> scales) {
        return new Counterfactuals(columns, scales, 3, 2000);
    }

    /**
     * Returns the nearest change found after which the score is at least the target; no change if it is already.
     *
     * @return empty if no candidate reached the target
     */
    public Optional<Counterfactual> find(RowScore model, double[] row, double target, long seed) {
        if (row.length != columns.size()) {
            throw new IllegalArgumentException("the row has " + row.length + " values: expected " + columns.size());
        }
        if (model.of(row) >= target) {
            return Optional.of(describe(model, row, row));
        }
        List<Integer> free = new ArrayList<>();
        for (int c = 0; c < row.length; c++) {
            if (!columns.get(c).isFixed()) {
                free.add(c);
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] best = row;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < draws && !free.isEmpty(); i++) {
            double[] candidate = draw(row, free, WIDEST * (i + 1) / draws, random);
            if (distance(row, candidate) < least * 3 && model.of(candidate) >= target) {
                pullBack(model, row, candidate, target, random);
                double distance = distance(row, candidate);
                if (distance < least) {
                    best = candidate;
                    least = distance;
                }
            }
        }
        return Double.isInfinite(least) ? Optional.empty() : Optional.of(describe(model, row, best));
    }

    private double[] draw(double[] row, List<Integer> free, double spread, SplittableRandom random) {
        double[] candidate = row.clone();
        int count = 1 + random.nextInt(Math.min(most, free.size()));
        for (int i = 0; i < count; i++) {
            int c = free.get(random.nextInt(free.size()));
            double moved = row[c] + spread * scales.get(c) * random.nextGaussian();
            candidate[c] = columns.get(c).nearest(moved, row[c]);
        }
        return candidate;
    }

    /** Moves each changed column, in drawn order, as far back as the answer allows; the whole way if it does. */
    private void pullBack(RowScore model, double[] row, double[] candidate, double target, SplittableRandom random) {
        int start = random.nextInt(row.length);
        for (int i = 0; i < row.length; i++) {
            int c = (start + i) % row.length;
            double holds = candidate[c];
            double fails = row[c];
            if (holds == fails) {
                continue;
            }
            candidate[c] = fails;
            if (model.of(candidate) >= target) {
                continue; // the column need not have moved
            }
            for (int halving = 0; halving < HALVINGS; halving++) {
                double middle = columns.get(c).nearest(holds + (fails - holds) / 2, row[c]);
                if (middle == holds || middle == fails) {
                    break;
                }
                candidate[c] = middle;
                if (model.of(candidate) >= target) {
                    holds = middle;
                } else {
                    fails = middle;
                }
            }
            candidate[c] = holds;
        }
    }

    private double distance(double[] row, double[] candidate) {
        double sum = 0;
        for (int c = 0; c < row.length; c++) {
            if (candidate[c] != row[c]) {
                sum += columns.get(c).cost() * Math.abs(candidate[c] - row[c]) / scales.get(c);
            }
        }
        return sum;
    }

    private Counterfactual describe(RowScore model, double[] row, double[] changed) {
        List<Counterfactual.Change> changes = new ArrayList<>();
        for (int c = 0; c < row.length; c++) {
            if (changed[c] != row[c]) {
                changes.add(new Counterfactual.Change(c, row[c], changed[c]));
            }
        }
        return new Counterfactual(changes, distance(row, changed), model.of(changed));
    }
}
