package org.industrialmind.simulator.sensor;

import java.util.SplittableRandom;
import org.industrialmind.simulator.Seed;

/**
 * One instrument at work: first-order lag, autocorrelated noise, a slow walk of the calibration, and finite resolution,
 * in the order in which a signal meets them.
 */
public final class Transmitter {
    private static final int DRIFT_INTERVAL = 60; // seconds between two steps of the calibration walk
    private static final double DRIFT_PER_MONTH = 0.002; // of span

    private final Instrument instrument;
    private final SplittableRandom random;
    private final double follow;
    private final double fresh;
    private final double driftStep;
    private final double resolution;
    private boolean started;
    private double lagged;
    private double noise;
    private double drift;
    private int untilDrift;

    public Transmitter(Instrument instrument, Seed seed) {
        this.instrument = instrument;
        this.random = seed.child(instrument.channel().name()).generator();
        this.follow = instrument.lag() > 0 ? 1 - StrictMath.exp(-1 / instrument.lag()) : 1;
        this.fresh = Math.sqrt(1 - instrument.correlation() * instrument.correlation());
        double stepsPerMonth = 30.0 * 86_400 / DRIFT_INTERVAL;
        this.driftStep = DRIFT_PER_MONTH * instrument.span() / Math.sqrt(stepsPerMonth);
        this.resolution = instrument.bits() > 0 ? instrument.span() / ((1L << instrument.bits()) - 1) : 0;
    }

    /**
     * Returns what the instrument shows one second later.
     *
     * @param truth the value it is exposed to
     * @param unrest factor on its noise: 1 in quiet operation, more when the process itself is rough
     */
    public double read(double truth, double unrest) {
        if (instrument.bits() == 0) {
            return truth;
        }
        lagged = started ? lagged + follow * (truth - lagged) : truth;
        started = true;
        noise = instrument.correlation() * noise + fresh * random.nextGaussian();
        if (untilDrift-- == 0) {
            drift += driftStep * random.nextGaussian();
            untilDrift = DRIFT_INTERVAL;
        }
        double shown = lagged + drift + noise * instrument.noiseAt(lagged) * unrest;
        return quantised(Math.clamp(shown, instrument.low(), instrument.high()));
    }

    private double quantised(double value) {
        return instrument.low() + Math.rint((value - instrument.low()) / resolution) * resolution;
    }
}
