package org.industrialmind.learning.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * What an {@link OnlineFdr} rule has to remember of a fleet between two decisions.
 *
 * @param decisions how many have been made
 * @param clock the age of the first wealth: 1 at the first decision
 * @param rewards what each alarm has earned, oldest first; the oldest of many are forgotten, which errs to the quiet side
 * @param firstForgotten whether the first alarm's is among the forgotten
 * @param pending outcomes that are too recent to count yet, oldest first: bit 0 candidate, bit 1 alarm
 */
public record FdrState(long decisions, long clock, List<Reward> rewards, boolean firstForgotten, List<Byte> pending) {
    static final int MAX_LAG = 100_000;

    private static final int MOST_REWARDS = 500;
    private static final int CANDIDATE = 1;
    private static final int ALARM = 2;

    /**
     * What an alarm has earned.
     *
     * @param age 1 at the first decision that it has a part in
     * @param since the decision before that
     */
    public record Reward(long age, long since) {
        /** @throws IllegalArgumentException if the age is below 1 */
        public Reward {
            if (age < 1) {
                throw new IllegalArgumentException("a reward of age " + age + ": expected one from 1");
            }
        }
    }

    /** @throws IllegalArgumentException if the clock is below 1 */
    public FdrState {
        rewards = List.copyOf(rewards);
        pending = List.copyOf(pending);
        if (clock < 1) {
            throw new IllegalArgumentException("a clock at " + clock + ": expected one from 1");
        }
    }

    /** Returns the state before the first decision. */
    public static FdrState initial() {
        return new FdrState(0, 1, List.of(), false, List.of());
    }

    /**
     * Returns the state after a decision. Each decision ages what can be spent by one; a candidate takes that back once its
     * outcome counts, of all wealth that it had aged.
     */
    FdrState after(boolean alarm, boolean candidate, int lag) {
        long now = decisions + 1;
        List<Byte> waiting = new ArrayList<>(pending);
        waiting.add((byte) ((candidate ? CANDIDATE : 0) | (alarm ? ALARM : 0)));
        long next = clock + 1;
        List<Reward> kept = new ArrayList<>();
        rewards.forEach(reward -> kept.add(new Reward(reward.age() + 1, reward.since())));
        while (waiting.size() > lag) {
            long made = now - waiting.size() + 1; // when the oldest of those that wait was decided
            byte outcome = waiting.removeFirst();
            if ((outcome & CANDIDATE) != 0) {
                next--;
                kept.replaceAll(
                        reward -> reward.since() < made ? new Reward(reward.age() - 1, reward.since()) : reward);
            }
            if ((outcome & ALARM) != 0) {
                kept.add(new Reward(1, now));
            }
        }
        int dropped = Math.max(0, kept.size() - MOST_REWARDS);
        return new FdrState(now, next, kept.subList(dropped, kept.size()), firstForgotten || dropped > 0, waiting);
    }
}
