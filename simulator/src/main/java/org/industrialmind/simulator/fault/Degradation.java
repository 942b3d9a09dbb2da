package org.industrialmind.simulator.fault;

import java.util.SplittableRandom;
import org.industrialmind.simulator.Seed;

/**
 * The growth of one fault, from its onset to failure.
 *
 * <p>Time is counted in lives: the age is 1 when the fault has been under reference stress for its time to failure. Only
 * this clock is ever compressed; the dynamics of the machine always run in real time, so a fault that would take three
 * months and here takes fifteen minutes still shows a machine whose windings need half an hour to warm up.
 *
 * @see "Lu and Meeker 1993, Using Degradation Measures to Estimate a Time-to-Failure Distribution, Technometrics 35(2)"
 * @see "van Noortwijk 2009, A survey of the application of gamma processes in maintenance, RESS 94"
 * @see "Kern and Seaton 1959, A theoretical analysis of thermal surface fouling, British Chemical Engineering 4"
 */
public final class Degradation {
    private static final double FIRST_SIGN = 0.02; // of an exponential fault at its onset
    private static final double EXPONENTIAL_UNREST = 0.1;
    private static final double WEAR_VARIATION = 0.2; // coefficient of variation of the life
    private static final double DEPOSIT_UNREST = 0.15;
    private static final double FOULING_RATES = 3; // time constants in a life: 95 % of the limit at its end
    private static final double SHOCKS = 6; // a life, each of 1/6 in the mean
    private static final double THRESHOLD_SPREAD = 0.1; // failure at LogNormal(0, 0.1)

    private final Growth growth;
    private final int loadExponent;
    private final double lifeSeconds;
    private final double limit;
    private final double failureLevel;
    private final SplittableRandom random;
    private double age;
    private double walk;
    private double level;

    /**
     * Begins a fault.
     *
     * @param lifeSeconds time to failure at 85 % load, after compression
     * @param limit where growth stops: below 1 for a fault that stays incipient
     */
    public Degradation(FailureMode mode, double lifeSeconds, double limit, Seed seed) {
        this.growth = mode.growth();
        this.loadExponent = mode.loadExponent();
        this.lifeSeconds = lifeSeconds;
        this.random = seed.generator();
        this.failureLevel = StrictMath.exp(THRESHOLD_SPREAD * random.nextGaussian());
        this.limit = Math.min(limit, failureLevel);
        // what slips or loses a phase does so at once; the rest of the jumps come later
        this.level = growth == Growth.SHOCK ? Math.min(this.limit, 2 / SHOCKS) : 0;
    }

    /**
     * Lets one second pass and returns the damage.
     *
     * @param load of the machine relative to nominal; damage grows with (load / 0.85) to the power of the mode
     */
    public double advance(double load) {
        double stress = 1;
        for (int i = 0; i < loadExponent; i++) {
            stress *= load / 0.85;
        }
        double step = stress / lifeSeconds;
        if (step > 0 && level < limit) {
            age += step;
            level = Math.min(limit, grown(step));
        }
        return level;
    }

    private double grown(double step) {
        return switch (growth) {
            case EXPONENTIAL -> {
                walk += StrictMath.sqrt(step) * random.nextGaussian();
                double unrest = EXPONENTIAL_UNREST * walk - EXPONENTIAL_UNREST * EXPONENTIAL_UNREST * age / 2;
                yield FIRST_SIGN * StrictMath.exp(StrictMath.log(1 / FIRST_SIGN) * age + unrest);
            }
            case GAMMA -> {
                double scale = WEAR_VARIATION * WEAR_VARIATION;
                yield level + scale * gamma(step / scale);
            }
            case WIENER -> {
                double moved = level + step + DEPOSIT_UNREST * StrictMath.sqrt(step) * random.nextGaussian();
                yield Math.max(0, moved);
            }
            case ASYMPTOTIC ->
                (1 - StrictMath.exp(-FOULING_RATES * age)) / (1 - StrictMath.exp(-FOULING_RATES)) * failureLevel;
            case SHOCK -> level + (random.nextDouble() < SHOCKS * step ? random.nextExponential() / SHOCKS : 0);
        };
    }

    /** Draws from Gamma(shape, 1), for the small shapes of a one-second step (Marsaglia and Tsang 2000, section 6). */
    private double gamma(double shape) {
        double d = shape + 1 - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v <= 0) {
                continue;
            }
            v = v * v * v;
            if (StrictMath.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v * StrictMath.pow(random.nextDouble(), 1 / shape);
            }
        }
    }

    /** Returns whether the damage has reached the level at which the machine no longer does its work. */
    public boolean failed() {
        return level >= failureLevel;
    }
}
