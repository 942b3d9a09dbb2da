package org.industrialmind.learning.prognosis.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What machines that failed in one way have taught about those that may be failing in it now.
 *
 * @param curve how the detector's score speaks of wear
 * @param prior how machines differ in where they fail, and how restless their paths are
 * @param machines how many it was learned from
 */
public record Experience(WearCurve curve, FleetPrior prior, int machines) {
    private static final int STEPS = 10;
    private static final double NARROWEST = 0.05; // no fleet is so alike that its machines fail within less than this
    private static final double CALMEST = 1e-4; // variance per life: 1 % of a life
    private static final double MOST_WEIGHT = 12; // increments: the machine's own path outvotes the fleet within a life
    private static final double OF_MEANS = 1.5; // the mean over a block moves with 2/3 of the variance

    /**
     * Learns from machines that failed in one way; the curve and the unrest are medians over them.
     *
     * @throws IllegalArgumentException if there are fewer than three, which cannot tell how much machines differ, or no
     *     score ever rises
     */
    public static Experience learn(List<FailedMachine> failed) {
        if (failed.size() < 3) {
            throw new IllegalArgumentException(
                    failed.size() + " failed machines: expected at least 3, to tell how much they differ");
        }
        WearCurve curve = WearCurve.median(
                failed.stream().map(machine -> machine.course(STEPS)).toList());
        double[] limits = failed.stream()
                .mapToDouble(machine -> curve.wear(machine.course(STEPS)[STEPS]))
                .filter(Double::isFinite)
                .toArray();
        List<Double> unrests = new ArrayList<>();
        for (FailedMachine machine : failed) {
            unrest(machine.path().on(curve::wear)).ifPresent(unrests::add);
        }
        double unrest = median(unrests);
        double spread = Math.max(NARROWEST, deviation(limits));
        return new Experience(
                curve,
                FleetPrior.ofUnrest(spread, Math.max(CALMEST, unrest), Math.min(MOST_WEIGHT, 2 * failed.size())),
                failed.size());
    }

    private static double median(List<Double> unrests) {
        List<Double> ascending = unrests.stream().sorted().toList();
        return ascending.isEmpty() ? CALMEST : ascending.get(ascending.size() / 2); // one wild path must not widen all
    }

    private static double deviation(double[] limits) {
        return Math.sqrt(
                Arrays.stream(limits).map(l -> (l - 1) * (l - 1)).average().orElse(0));
    }

    /** Returns the variance of a path per unit of wear, or empty if it is too short or does not rise. */
    private static Optional<Double> unrest(ConditionPath wear) {
        List<ConditionPath.Block> blocks = wear.blocks();
        double moved = blocks.isEmpty()
                ? 0
                : blocks.getLast().value() - blocks.getFirst().value();
        if (blocks.size() < 4 || moved <= 0) {
            return Optional.empty();
        }
        double watched = blocks.getLast().hours() - blocks.getFirst().hours();
        double squares = 0;
        for (int i = 1; i < blocks.size(); i++) {
            double h = blocks.get(i).hours() - blocks.get(i - 1).hours();
            double d = blocks.get(i).value() - blocks.get(i - 1).value();
            squares += d * d / h;
        }
        double perHour = OF_MEANS * (squares - moved * moved / watched) / (blocks.size() - 2);
        return Optional.of(perHour * watched / moved);
    }

    /** Returns the highest wear that a machine on that path of levels has survived; 0 before its first block is complete. */
    public double wear(ConditionPath levels) {
        return levels.highest().map(curve::wear).orElse(0.0);
    }

    /** Returns the remaining life of a machine on that path of levels; empty while it has fewer than two blocks. */
    public Optional<PathLife> life(ConditionPath levels, long nowNanos) {
        return PathBelief.after(prior, levels.on(curve::wear))
                .map(belief -> PathLife.of(prior, belief, wear(levels), levels.hoursAt(nowNanos)));
    }
}
