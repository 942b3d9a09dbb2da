package org.industrialmind.learning.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * What an {@link OnlineFdr} rule has to remember of a fleet between two decisions.
 *
 * @param clock the age of the first wealth: 1 at the first decision
 * @param rewards the age of what each alarm has earned, oldest first; the oldest of many are forgotten, which errs to the
 *     quiet side
 * @param firstForgotten whether the first alarm's is among the forgotten
 * @param pending outcomes that are too recent to count yet, oldest first: bit 0 candidate, bit 1 alarm
 */
public record FdrState(long clock, List<Long> rewards, boolean firstForgotten, List<Byte> pending) {
    static final int MAX_LAG = 100_000;

    private static final int MOST_REWARDS = 500;
    private static final int CANDIDATE = 1;
    private static final int ALARM = 2;

    /** @throws IllegalArgumentException if an age is below 1 */
    public FdrState {
        rewards = List.copyOf(rewards);
        pending = List.copyOf(pending);
        if (clock < 1 || rewards.stream().anyMatch(age -> age < 1)) {
            throw new IllegalArgumentException("ages " + clock + " and " + rewards + ": expected none below 1");
        }
    }

    /** Returns the state before the first decision. */
    public static FdrState initial() {
        return new FdrState(1, List.of(), false, List.of());
    }

    FdrState after(boolean alarm, boolean candidate, int lag) {
        List<Byte> waiting = new ArrayList<>(pending);
        waiting.add((byte) ((candidate ? CANDIDATE : 0) | (alarm ? ALARM : 0)));
        // a candidate that counts at once does not age the wealth; one that counts later has aged it, and is taken back
        long ticks = 1;
        boolean earned = false;
        while (waiting.size() > lag) {
            byte outcome = waiting.removeFirst();
            ticks -= (outcome & CANDIDATE) != 0 ? 1 : 0;
            earned |= (outcome & ALARM) != 0;
        }
        List<Long> ages = new ArrayList<>();
        for (long age : rewards) {
            ages.add(Math.max(1, age + ticks));
        }
        if (earned) {
            ages.add(1L);
        }
        boolean forgotten = firstForgotten || ages.size() > MOST_REWARDS;
        return new FdrState(
                Math.max(1, clock + ticks),
                ages.subList(Math.max(0, ages.size() - MOST_REWARDS), ages.size()),
                forgotten,
                waiting);
    }
}
