package org.industrialmind.foundations.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.industrialmind.foundations.tree.BinaryTree;

/** One training: round after round, the derivatives of the loss where the model stands, and a tree that steps against them. */
final class BoostingRun {
    private final GradientBoosting settings;
    private final Sample sample;
    private final Objective objective;
    private final SplittableRandom random;
    private final double[][] raw;
    private final double[][] gradients;
    private final double[][] curvatures;
    private final PackedDerivatives packed;
    private final TreeGrower grower;
    private final List<List<BinaryTree>> rounds = new ArrayList<>();

    BoostingRun(GradientBoosting settings, Sample sample, Objective objective, long seed) {
        this.settings = settings;
        this.sample = sample;
        this.objective = objective;
        random = new SplittableRandom(seed);
        int outputs = objective.outputs();
        raw = start(sample.size());
        gradients = new double[outputs][sample.size()];
        curvatures = new double[outputs][objective.unitCurvature() ? 0 : sample.size()];
        packed = new PackedDerivatives(sample.size(), objective.unitCurvature());
        BinnedColumns data = BinnedColumns.of(
                sample.table(), sample.columns(), settings.bins(), settings.categorical(), random.nextLong());
        grower = new TreeGrower(data, settings.tree(), settings.signs(sample.columns()), packed);
    }

    private double[][] start(int rows) {
        double[] baselines = objective.baselines();
        double[][] scores = new double[baselines.length][rows];
        for (int k = 0; k < baselines.length; k++) {
            Arrays.fill(scores[k], baselines[k]);
        }
        return scores;
    }

    /** Rows to stop by: their values, their loss, and the patience. */
    record Watch(Sample held, Objective objective, EarlyStopping stopping) {}

    BoostedTrees train(Optional<Watch> watch) {
        watch.ifPresentOrElse(this::trainWatched, () -> {
            for (int t = 0; t < settings.rounds(); t++) {
                round();
            }
        });
        return new BoostedTrees(sample.columns(), objective.baselines(), rounds);
    }

    private void trainWatched(Watch watch) {
        double[][] heldRaw = start(watch.held().size());
        double best = watch.objective().loss(heldRaw);
        int bestRounds = 0;
        while (rounds.size() < settings.rounds()
                && rounds.size() - bestRounds < watch.stopping().patience()) {
            round();
            addTo(heldRaw, rounds.getLast(), watch.held());
            double loss = watch.objective().loss(heldRaw);
            if (loss < best - watch.stopping().tolerance()) {
                best = loss;
                bestRounds = rounds.size();
            }
        }
        rounds.subList(bestRounds, rounds.size()).clear();
    }

    private void round() {
        RowBlocks.each(sample.size(), (from, to) -> objective.derivatives(raw, gradients, curvatures, from, to));
        int[] bag = share(sample.size(), settings.rowShare());
        List<BinaryTree> trees = new ArrayList<>();
        for (int k = 0; k < raw.length; k++) {
            trees.add(tree(bag.clone(), k));
        }
        rounds.add(trees);
    }

    private BinaryTree tree(int[] bag, int output) {
        packed.pack(gradients[output], curvatures[output]);
        BinaryTree tree = grower.grow(
                bag,
                share(sample.columns(), settings.columnShare()),
                (newton, rows, from, to) -> objective.leafValue(newton, raw[output], rows, from, to),
                settings.learningRate());
        if (bag.length == sample.size()) {
            grower.addTo(raw[output]);
        } else {
            RowBlocks.each(
                    sample.size(), (from, to) -> tree.addTo(raw[output], sample.table(), sample.columns(), from, to));
        }
        return tree;
    }

    private static void addTo(double[][] scores, List<BinaryTree> trees, Sample rows) {
        for (int k = 0; k < scores.length; k++) {
            double[] ofOutput = scores[k];
            BinaryTree tree = trees.get(k);
            RowBlocks.each(rows.size(), (from, to) -> tree.addTo(ofOutput, rows.table(), rows.columns(), from, to));
        }
    }

    /** Draws a share of the numbers up to a count without replacement, at least one; ascending. */
    private int[] share(int count, double share) {
        if (share == 1) {
            return TreeGrower.allRows(count);
        }
        int wanted = Math.clamp(Math.round(share * count), 1, count);
        int[] drawn = new int[wanted];
        int taken = 0;
        for (int i = 0; i < count; i++) { // each with the chance that keeps all choices alike (selection sampling)
            if (random.nextInt(count - i) < wanted - taken) {
                drawn[taken++] = i;
            }
        }
        return drawn;
    }
}
