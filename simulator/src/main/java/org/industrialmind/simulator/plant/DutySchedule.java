package org.industrialmind.simulator.plant;

import java.util.SplittableRandom;
import org.industrialmind.simulator.Seed;

/**
 * The load asked of one machine, second by second: changes of load are ramps of one percent a second, and a start from
 * standstill takes two minutes to part load.
 */
public final class DutySchedule {
    private static final Duty[] DUTIES = Duty.values();
    private static final Duty[] FIRST_ROUND = {Duty.NORMAL, Duty.FULL, Duty.PART};
    private static final double RAMP = 0.01;

    private final SplittableRandom random;
    private Duty duty = Duty.NORMAL;
    private long remaining;
    private int changes;
    private double load = Duty.NORMAL.load();
    private boolean starting;

    public DutySchedule(Seed seed) {
        this.random = seed.generator();
        this.changes = -random.nextInt(FIRST_ROUND.length);
    }

    /** Returns the load asked for in that second of the epoch. */
    public double next(long epochSecond, DutySettings settings) {
        if (remaining-- <= 0) {
            change(epochSecond, settings);
        }
        return ramp(duty.load());
    }

    /** Follows an order instead of the schedule, which stands still meanwhile. */
    double follow(double ordered) {
        return ramp(ordered);
    }

    private double ramp(double target) {
        starting = load == 0 || starting && load < Duty.START.load();
        double rate = starting ? Duty.START.load() / Duty.START_SECONDS : RAMP;
        load = target == 0 ? 0 : load + Math.clamp(target - load, -rate, rate);
        if (Math.abs(load - target) < 1e-9) {
            load = target;
        }
        return load;
    }

    private void change(long epochSecond, DutySettings settings) {
        if (duty == Duty.OFF) {
            duty = Duty.START;
            remaining = Duty.START_SECONDS;
            return;
        }
        duty = changes < FIRST_ROUND.length ? firstRound() : drawn(epochSecond, settings);
        double dwell = settings.medianDwell().toSeconds() * StrictMath.exp(settings.spread() * random.nextGaussian());
        remaining = Math.max(60, (long) dwell);
    }

    /** Runs through the three loads once, from a random one on, so that each machine has shown each soon. */
    private Duty firstRound() {
        Duty next = FIRST_ROUND[Math.floorMod(changes, FIRST_ROUND.length)];
        changes++;
        return next;
    }

    private Duty drawn(long epochSecond, DutySettings settings) {
        double total = 0;
        for (Duty candidate : DUTIES) {
            total += weight(candidate, epochSecond, settings);
        }
        double at = random.nextDouble() * total;
        for (Duty candidate : DUTIES) {
            at -= weight(candidate, epochSecond, settings);
            if (at < 0) {
                return candidate;
            }
        }
        return Duty.NORMAL;
    }

    private static double weight(Duty duty, long epochSecond, DutySettings settings) {
        double weight = settings.weights().getOrDefault(duty, 0.0);
        if (!settings.shifts() || !quiet(epochSecond)) {
            return weight;
        }
        return switch (duty) {
            case FULL -> weight / 3;
            case PART, OFF -> weight * 2;
            case START, NORMAL, TURNDOWN, CLEAN -> weight;
        };
    }

    /** Returns whether it is night (22 to 6 h) or weekend, UTC. */
    private static boolean quiet(long epochSecond) {
        long hour = epochSecond / 3600 % 24;
        long day = (epochSecond / 86_400 + 3) % 7; // the epoch began on a Thursday; Monday is 0
        return hour < 6 || hour >= 22 || day >= 5;
    }
}
