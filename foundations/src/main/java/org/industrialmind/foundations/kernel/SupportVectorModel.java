package org.industrialmind.foundations.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.industrialmind.foundations.supervised.Classifier;

/** One machine for each pair of classes that had rows, in the order (0, 1), (0, 2) ... (1, 2) ... */
public final class SupportVectorModel implements Classifier {
    /** A machine whose decision is positive for the second class. */
    record Pair(int first, int second, SupportVectors machine, Sigmoid sigmoid) {}

    private final Likeness vectors; // to the rows that any pair leans on
    private final int[] positions;
    private final double[] classWeights;
    private final List<Pair> pairs;
    private final boolean coupled;

    private SupportVectorModel(
            Likeness vectors, int[] positions, double[] classWeights, List<Pair> pairs, boolean coupled) {
        this.vectors = vectors;
        this.positions = positions;
        this.classWeights = classWeights;
        this.pairs = pairs;
        this.coupled = coupled;
    }

    /** Keeps only the rows that some pair leans on. */
    static SupportVectorModel of(Likeness all, double[] classWeights, List<Pair> pairs, boolean coupled) {
        int[] used = pairs.stream()
                .flatMapToInt(pair -> Arrays.stream(pair.machine().positions()))
                .distinct()
                .sorted()
                .toArray();
        List<Pair> renumbered = new ArrayList<>();
        for (Pair pair : pairs) {
            int[] places = Arrays.stream(pair.machine().positions())
                    .map(position -> Arrays.binarySearch(used, position))
                    .toArray();
            renumbered.add(new Pair(pair.first(), pair.second(), pair.machine().renumbered(places), pair.sigmoid()));
        }
        return new SupportVectorModel(all.select(used), used, classWeights, List.copyOf(renumbered), coupled);
    }

    @Override
    public int columns() {
        return vectors.columns;
    }

    @Override
    public int classes() {
        return classWeights.length;
    }

    /** Returns the positions, among the rows learned from, of those that some machine leans on. */
    public int[] supportVectors() {
        return positions.clone();
    }

    /** Returns the least dual objective of each pair: half b'Kb less the sum of the absolute coefficients b. */
    public double[] objectives() {
        return pairs.stream().mapToDouble(pair -> pair.machine().objective).toArray();
    }

    /** Returns whether every machine met its optimality conditions. */
    public boolean converged() {
        return pairs.stream().allMatch(pair -> pair.machine().converged);
    }

    /** Returns the decision of each pair, positive for its second class. Shape: [column] -> [pair]. */
    public double[] decisions(double[] row) {
        double[] likeness = vectors.of(row);
        return pairs.stream()
                .mapToDouble(pair -> pair.machine().decision(likeness))
                .toArray();
    }

    @Override
    public double[] probabilities(double[] row) {
        double[] decisions = decisions(row);
        int[] present = IntStream.range(0, classWeights.length)
                .filter(k -> classWeights[k] > 0)
                .toArray();
        double[] shares = new double[classWeights.length];
        if (present.length == 1) {
            shares[present[0]] = 1;
            return shares;
        }
        return coupled ? coupled(decisions, present, shares) : votes(decisions, shares);
    }

    private double[] votes(double[] decisions, double[] shares) {
        for (int i = 0; i < decisions.length; i++) {
            shares[decisions[i] > 0 ? pairs.get(i).second() : pairs.get(i).first()] += 1.0 / decisions.length;
        }
        return shares;
    }

    private double[] coupled(double[] decisions, int[] present, double[] shares) {
        double[][] beats = new double[present.length][present.length];
        for (int i = 0; i < decisions.length; i++) {
            Pair pair = pairs.get(i);
            int first = Arrays.binarySearch(present, pair.first());
            int second = Arrays.binarySearch(present, pair.second());
            // away from 0 and 1, where coupling would divide by nothing
            double p = Math.max(1e-7, Math.min(1 - 1e-7, pair.sigmoid().of(decisions[i])));
            beats[second][first] = p;
            beats[first][second] = 1 - p;
        }
        double[] p = Coupling.of(beats);
        for (int k = 0; k < p.length; k++) {
            shares[present[k]] = p[k];
        }
        return shares;
    }
}
