package org.industrialmind.learning.decision;

import java.time.Duration;

/**
 * Keeps the share of false alarms among the recent alarms of a fleet below a level, decision by decision, for ever.
 *
 * <p>A thousand machines decided once an hour are a thousand chances an hour to be wrong; a level per machine multiplies
 * alarms with the fleet. This rule gives every decision a level of its own, spent from a wealth that is earned by alarms: the
 * more faults the fleet really has, the less each needs to prove. It is LORD++ with decaying memory [1], for a watch without
 * end in which faults are rare [3]: the level of the rules that remember everything dies away between alarms, its own never
 * falls below level x smoothing x (1 - decay). What it promises is the share among recent alarms, the past being forgotten by
 * the decay at each decision.
 *
 * <p>Decisions near each other in time are dependent: the same weather, the same window's readings. With a lag L an alarm
 * changes levels only L decisions later, so that levels depend on p values that are independent of the one at hand (local
 * dependence [2]); for a fleet of n machines decided in turn, L = n makes the machines of one round independent of each
 * other's alarms. What is kept then is the ratio of the expected numbers of false alarms and of alarms (mFDR), which for more
 * than a few alarms is the same to the reader.
 *
 * <ol>
 *   <li>Ramdas, Yang, Wainwright and Jordan 2017, Online control of the false discovery rate with decaying memory: LORD++.
 *   <li>Zrnic, Ramdas and Jordan 2021, Asynchronous online testing of multiple hypotheses, JMLR 22.
 *   <li>Rebjock, Kurt, Januschowski and Callot 2021, Online false discovery rate control for anomaly detection in time
 *       series, NeurIPS 34.
 * </ol>
 *
 * @param fdr the level: the share of false alarms that is promised, in (0, 1)
 * @param decay of what has been, a decision, in (0, 1): 0.999 remembers a thousand
 * @param smoothing alarms that are counted without having been there, so that the share is defined; above 0
 * @param lag how many decisions later an alarm may change a level
 */
public record OnlineFdr(double fdr, double decay, double smoothing, int lag) {
    private static final int MAX_LAG = 100_000;

    /** @throws IllegalArgumentException if a number is outside of what is said of it */
    public OnlineFdr {
        if (!(fdr > 0 && fdr < 1) || lag < 0 || lag > MAX_LAG) {
            throw new IllegalArgumentException("false discovery rate " + fdr + " with lag " + lag
                    + ": expected a rate in (0, 1) and a lag from 0 to " + MAX_LAG);
        }
        if (!(decay > 0 && decay < 1 && smoothing > 0) || Double.isInfinite(smoothing)) {
            throw new IllegalArgumentException("decay " + decay + " and smoothing " + smoothing
                    + ": expected a decay in (0, 1) and a positive smoothing");
        }
    }

    /**
     * Returns the rule of a fleet that is decided on machine by machine, block by block: it remembers a day, and the machines
     * of one round do not bear on each other. Normal running costs a fleet of that many machines about fdr false decisions a
     * day, and a larger one in proportion more.
     */
    static OnlineFdr ofFleet(double fdr, int machines, Duration block) {
        double day = Math.max(1, (double) Duration.ofDays(1).toNanos() / block.toNanos());
        return new OnlineFdr(fdr, 1 - 1 / (day * machines + 1), 1, Math.min(machines, MAX_LAG));
    }

    /** A decision, the level it was made at, and the state for the next one. */
    record Decision(boolean alarm, double level, FdrState state) {}

    /** Decides about one more p value, in (0, 1]. */
    Decision decide(FdrState state, double pValue) {
        if (!(pValue > 0 && pValue <= 1)) {
            throw new IllegalArgumentException("p value " + pValue + ": expected one in (0, 1]");
        }
        double level = level(state);
        boolean alarm = pValue <= level;
        return new Decision(alarm, level, state.after(alarm));
    }

    /** Returns the level of the next decision, in (0, 1). */
    double level(FdrState state) {
        double now = state.decisions() + 1.0;
        double level = fdr * smoothing * Math.max(share(now), 1 - decay);
        for (long alarm : state.alarms()) {
            double age = now - alarm - lag;
            level += age < 1 ? 0 : fdr * Math.pow(decay, age) * share(age);
        }
        return Math.min(level, Math.nextDown(1.0));
    }

    /** The part of a wealth that is spent at that age: ln(max(j, 2)) / (j e^sqrt(ln j)), which adds up to 1 [1]. */
    private static double share(double j) {
        return 0.07720838 * Math.log(Math.max(j, 2)) / (j * Math.exp(Math.sqrt(Math.log(j))));
    }
}
