package org.industrialmind.learning.decision;

import java.time.Duration;
import java.util.function.LongToDoubleFunction;

/**
 * Keeps the share of false alarms among all alarms of a fleet below a level, decision by decision, for ever.
 *
 * <p>A thousand machines decided once an hour are a thousand chances an hour to be wrong; a level per machine multiplies
 * alarms with the fleet. These rules give every decision a level of its own, spent from a wealth that is earned by alarms:
 * the more faults the fleet really has, the less each needs to prove.
 *
 * <ul>
 *   <li>{@link Lord} assumes the least: false discovery rate (FDR) below the level for independent p values.
 *   <li>{@link Saffron} does not pay for decisions that were nowhere near an alarm, and so finds more where faults are many.
 *   <li>{@link Remembering} is for a watch without end in which faults are rare: the level of the other two dies away
 *       between alarms, its own never falls below level x smoothing x (1 - decay). It promises the share among recent
 *       alarms, the past being forgotten by the decay at each decision.
 * </ul>
 *
 * <p>Decisions near each other in time are dependent: the same weather, the same window's readings. With a lag L an alarm
 * changes levels only L decisions later, so that levels depend on p values that are independent of the one at hand (local
 * dependence [3]); for a fleet of n machines decided in turn, L = n makes the machines of one round independent of each
 * other's alarms. What is kept then is the ratio of the expected numbers of false alarms and of alarms (mFDR), which for more
 * than a few alarms is the same to the reader.
 *
 * <ol>
 *   <li>Ramdas, Yang, Wainwright and Jordan 2017, Online control of the false discovery rate with decaying memory: LORD++.
 *   <li>Ramdas, Zrnic, Wainwright and Jordan 2018, SAFFRON: an adaptive algorithm for online control of the FDR.
 *   <li>Zrnic, Ramdas and Jordan 2021, Asynchronous online testing of multiple hypotheses, JMLR 22.
 *   <li>Rebjock, Kurt, Januschowski and Callot 2021, Online false discovery rate control for anomaly detection in time
 *       series, NeurIPS 34.
 * </ol>
 */
public sealed interface OnlineFdr {
    /** Returns the level of the next decision, in [0, 1). */
    double level(FdrState state);

    /** Returns how many decisions later an alarm may change a level. */
    int lag();

    /** Returns whether a p value is small enough to be a candidate, of those that keep account of candidates. */
    default boolean candidate(double pValue) {
        return false;
    }

    /** A decision, the level it was made at, and the state for the next one. */
    record Decision(boolean alarm, double level, FdrState state) {}

    /** Decides about one more p value, in (0, 1]. */
    default Decision decide(FdrState state, double pValue) {
        if (!(pValue > 0 && pValue <= 1)) {
            throw new IllegalArgumentException("p value " + pValue + ": expected one in (0, 1]");
        }
        double level = level(state);
        boolean alarm = pValue <= level;
        return new Decision(alarm, level, state.after(alarm, candidate(pValue), lag()));
    }

    /** LORD++. */
    record Lord(double fdr, int lag) implements OnlineFdr {
        public Lord {
            requireValid(fdr, lag);
        }

        @Override
        public double level(FdrState state) {
            return wealth(fdr, state, OnlineFdr::lordShare);
        }
    }

    /** SAFFRON: p values up to the candidate level do not age the wealth. */
    record Saffron(double fdr, double candidates, int lag) implements OnlineFdr {
        public Saffron {
            requireValid(fdr, lag);
            if (!(candidates > 0 && candidates < 1)) {
                throw new IllegalArgumentException("candidate level " + candidates + ": expected one in (0, 1)");
            }
        }

        @Override
        public boolean candidate(double pValue) {
            return pValue <= candidates;
        }

        @Override
        public double level(FdrState state) {
            return Math.min(candidates, (1 - candidates) * wealth(fdr, state, OnlineFdr::saffronShare));
        }
    }

    /**
     * LORD++ that forgets.
     *
     * @param decay of what has been, a decision, in (0, 1): 0.999 remembers a thousand
     * @param smoothing alarms that are counted without having been there, so that the share is defined; above 0
     */
    record Remembering(double fdr, double decay, double smoothing, int lag) implements OnlineFdr {
        /**
         * Returns the rule of a fleet that is decided on machine by machine, block by block: it remembers a day, and the
         * machines of one round do not bear on each other. Normal running costs a fleet of that many machines about fdr
         * false decisions a day, and a larger one in proportion more.
         */
        static Remembering ofFleet(double fdr, int machines, Duration block) {
            double day = Math.max(1, (double) Duration.ofDays(1).toNanos() / block.toNanos());
            return new Remembering(fdr, 1 - 1 / (day * machines + 1), 1, Math.min(machines, FdrState.MAX_LAG));
        }

        public Remembering {
            requireValid(fdr, lag);
            if (!(decay > 0 && decay < 1 && smoothing > 0) || Double.isInfinite(smoothing)) {
                throw new IllegalArgumentException("decay " + decay + " and smoothing " + smoothing
                        + ": expected a decay in (0, 1) and a positive smoothing");
            }
        }

        @Override
        public double level(FdrState state) {
            double level = fdr * smoothing * Math.max(lordShare(state.clock()), 1 - decay);
            for (FdrState.Reward reward : state.rewards()) {
                level += fdr * Math.pow(decay, reward.age()) * lordShare(reward.age());
            }
            return Math.min(level, Math.nextDown(1.0));
        }
    }

    /** The first alarm earns what it takes to make the start whole, every later one the level. */
    private static double wealth(double fdr, FdrState state, LongToDoubleFunction share) {
        double start = fdr / 2;
        double level = start * share.applyAsDouble(state.clock());
        for (int i = 0; i < state.rewards().size(); i++) {
            double earned = state.firstForgotten() || i > 0 ? fdr : fdr - start;
            level += earned * share.applyAsDouble(state.rewards().get(i).age());
        }
        return level;
    }

    /** ln(max(j, 2)) / (j e^sqrt(ln j)), which adds up to 1 [1]. */
    private static double lordShare(long j) {
        return 0.07720838 * Math.log(Math.max(j, 2)) / (j * Math.exp(Math.sqrt(Math.log(j))));
    }

    /** j^-1.6 over its sum, zeta(1.6) = 2.2857656 [2]. */
    private static double saffronShare(long j) {
        return Math.pow(j, -1.6) / 2.2857656;
    }

    private static void requireValid(double fdr, int lag) {
        if (!(fdr > 0 && fdr < 1) || lag < 0 || lag > FdrState.MAX_LAG) {
            throw new IllegalArgumentException("false discovery rate " + fdr + " with lag " + lag
                    + ": expected a rate in (0, 1) and a lag from 0 to " + FdrState.MAX_LAG);
        }
    }
}
