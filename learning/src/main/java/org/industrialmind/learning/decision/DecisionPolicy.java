package org.industrialmind.learning.decision;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.industrialmind.learning.anomaly.Limits;
import org.industrialmind.signal.AssetId;

/**
 * Turns raw scores into decisions that keep a budget of false alarms: a value that is saved with its detector.
 *
 * <p>The way of a window, each step undoing one difference between machines, regimes and detectors:
 *
 * <ol>
 *   <li>the score of each detector becomes a surprise, minus the decimal logarithm of how often the machine in this regime
 *       scores as high when all is well ({@link Tail});
 *   <li>the surprises become one ({@link BestTwo});
 *   <li>that is divided by its {@linkplain Limits limit}, which persistence and budget were calibrated for: above 1 is
 *       abnormal. Beyond its threshold a surprise is exponential by construction, which is what {@link Limits} assumes of
 *       scores; this is the score that a verdict carries ({@link #relative}).
 * </ol>
 *
 * <p>That much is a function of the window alone. Whoever follows a machine can keep a {@link DecisionState} and call {@link
 * #next} instead, which adds what a single window cannot know:
 *
 * <ol start="4">
 *   <li>a cumulative sum over blocks against small shifts that last ({@link SlowEvidence}), with the time they began;
 *   <li>a conformal p value of each finished block's maximum ({@link BlockMaxima}), for promises to a fleet ({@link
 *       OnlineFdr}), which a {@link FleetWatch} keeps;
 *   <li>a margin that false episodes raise until the budget holds ({@link BudgetKeeper}), never while one is open.
 * </ol>
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class DecisionPolicy {
    /** The regime of scores that are relative to the limit of their regime already. */
    public static final int EVERY_REGIME = 0;

    private final List<Tails> detectors;
    private final Limits limits;
    private final Optional<SlowEvidence> slow;
    private final BlockMaxima maxima;
    private final Duration block;
    private final BudgetKeeper keeper;
    private final Optional<OnlineFdr> fleet;

    DecisionPolicy(
            List<Tails> detectors,
            Limits limits,
            Optional<SlowEvidence> slow,
            BlockMaxima maxima,
            Duration block,
            BudgetKeeper keeper,
            Optional<OnlineFdr> fleet) {
        this.detectors = List.copyOf(detectors);
        this.limits = limits;
        this.slow = slow;
        this.maxima = maxima;
        this.block = block;
        this.keeper = keeper;
        this.fleet = fleet;
    }

    /**
     * Calibrates a policy.
     *
     * @param normal windows that no detector was fitted on, in any order, all with as many scores
     * @throws IllegalArgumentException if there are none, or their numbers of scores differ
     */
    public static DecisionPolicy calibrate(List<ScoredWindow> normal, DecisionSettings settings) {
        return PolicyCalibration.of(normal, settings);
    }

    /** Returns how many scores a window must have. */
    public int detectors() {
        return detectors.size();
    }

    /**
     * Returns how rare the scores are in normal running, in decades: 3 is one window in a thousand.
     *
     * @param scores one a detector, in the order of calibration, finite
     */
    public double surprise(AssetId asset, int regime, double... scores) {
        if (scores.length != detectors.size()) {
            throw new IllegalArgumentException(scores.length + " scores of " + asset + ": expected one for each of the "
                    + detectors.size() + " detectors of the calibration");
        }
        Standing standing = new Standing(asset, regime);
        double[] surprises = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException(
                        "score " + scores[i] + " of " + asset + " by detector " + i + ": expected a finite number");
            }
            surprises[i] = detectors.get(i).surprise(standing, scores[i]);
        }
        return BestTwo.of(surprises);
    }

    /** Returns the surprise relative to the limit of that machine and regime: above 1 is abnormal. */
    public double relative(AssetId asset, int regime, double... scores) {
        return surprise(asset, regime, scores) / limits.of(asset, regime);
    }

    /**
     * What a window added.
     *
     * @param relative the score of this window with all evidence so far: above 1 is abnormal
     * @param finished the block that ended before this window, if one did
     */
    public record Step(DecisionState state, double relative, Optional<FinishedBlock> finished) {}

    /**
     * A block of time, decided on as a whole.
     *
     * @param endNanos its end, exclusive
     * @param pValue of its largest surprise among normal blocks
     */
    public record FinishedBlock(long endNanos, BlockMaxima.PValue pValue) {}

    /**
     * Follows a machine by one judged window. A window that does not end after the last one changes nothing.
     *
     * @param episodeOpen whether the machine has an open episode: nothing is learned from its windows then
     * @param quick what {@link #relative} gave for the window alone
     */
    public Step next(
            DecisionState state, AssetId asset, int regime, long windowEndNanos, boolean episodeOpen, double quick) {
        if (windowEndNanos <= state.lastNanos()) {
            return new Step(state, relative(state, quick), Optional.empty());
        }
        long index = Block.indexOf(windowEndNanos, block.toNanos());
        DecisionState now = state;
        Optional<FinishedBlock> finished = Optional.empty();
        Block gathered = state.block();
        if (gathered.index() != index) {
            if (gathered.windows() > 0) {
                now = weighed(state, episodeOpen);
                finished = Optional.of(finished(gathered, asset));
            }
            gathered = Block.empty(index);
        }
        double surprise = quick * limits.of(asset, regime);
        DecisionState next = now.gathered(windowEndNanos, gathered.with(regime, surprise));
        return new Step(next, relative(next, quick), finished);
    }

    private double relative(DecisionState state, double quick) {
        double lasting = slow.map(
                        chart -> state.drift().evidence() / chart.sum().limit())
                .orElse(0.0);
        return Math.max(quick, lasting) / (1 + state.margin());
    }

    private FinishedBlock finished(Block done, AssetId asset) {
        return new FinishedBlock(
                endOf(done.index()), maxima.pValue(new Standing(asset, done.regime()), done.maximum()));
    }

    private DecisionState weighed(DecisionState state, boolean episodeOpen) {
        DecisionState now = episodeOpen ? state : state.withMargin(keeper.afterQuiet(state.margin(), block));
        if (slow.isEmpty() || !slow.get().counts(state.block())) {
            return now;
        }
        return now.drifted(slow.get()
                .next(state.drift(), state.block(), endOf(state.block().index() - 1)));
    }

    private long endOf(long blockIndex) {
        return (blockIndex + 1) * block.toNanos();
    }

    /** Returns since when the machine has drifted away, in epoch nanoseconds; empty where no evidence has added up. */
    public OptionalLong since(DecisionState state) {
        Drift drift = state.drift();
        return drift.evidence() > 0 ? OptionalLong.of(drift.sinceNanos()) : OptionalLong.empty();
    }

    /** Returns the state after an episode has closed that was not confirmed: the limit is raised by a step. */
    public DecisionState afterFalseEpisode(DecisionState state) {
        return state.withMargin(keeper.afterFalseEpisode(state.margin()));
    }

    List<Tails> tails() {
        return detectors;
    }

    Limits limits() {
        return limits;
    }

    Optional<SlowEvidence> slow() {
        return slow;
    }

    BlockMaxima maxima() {
        return maxima;
    }

    /** Returns how long a block is, which is what is decided on as a whole. */
    public Duration block() {
        return block;
    }

    /** Returns the rule by which the whole fleet decides on blocks, if it has one. */
    public Optional<OnlineFdr> fleet() {
        return fleet;
    }

    BudgetKeeper keeper() {
        return keeper;
    }
}
