package org.industrialmind.simulator.sensor;

import java.util.List;
import java.util.SplittableRandom;
import org.industrialmind.signal.Quality;
import org.industrialmind.simulator.Seed;
import org.industrialmind.simulator.fault.SensorFault;

/** One planned sensor fault at work on the readings of its machine. */
public final class FaultySensor {
    private static final byte FAILED =
            Quality.bad(Quality.Reason.SENSOR_FAILURE).code();
    private static final byte MISSING =
            Quality.bad(Quality.Reason.COMMUNICATION_FAILURE).code();
    private static final double SPIKES_PER_SECOND = 1 / 600.0;
    private static final double GOOD_TO_BAD = 0.001;
    private static final double BAD_TO_GOOD = 0.05;

    private final SensorFault fault;
    private final Instrument instrument;
    private final int channel;
    private final int neighbour;
    private final long from;
    private final long until;
    private final SplittableRandom random;
    private boolean begun;
    private boolean gone;
    private double last;
    private long lastStamp;

    /** @throws IllegalArgumentException if the machine has no such channel */
    public FaultySensor(SensorFault fault, List<Instrument> instruments, Seed seed) {
        this.fault = fault;
        this.channel = position(fault, instruments);
        this.instrument = instruments.get(channel);
        this.neighbour = channel + 1 < instruments.size() ? channel + 1 : channel - 1;
        this.from = fault.from().getEpochSecond();
        this.until = fault.until().getEpochSecond();
        this.random = seed.generator();
    }

    private static int position(SensorFault fault, List<Instrument> instruments) {
        for (int i = 0; i < instruments.size(); i++) {
            if (instruments.get(i).channel().name().equals(fault.channel())) {
                return i;
            }
        }
        throw new IllegalArgumentException("sensor fault " + fault.kind().id() + " is planned for " + fault.asset()
                + "/" + fault.channel() + ", expected one of "
                + instruments.stream().map(each -> each.channel().name()).toList());
    }

    /** Falsifies the readings of that second, if it is time. */
    public void distort(long epochSecond, double[] values, byte[] qualities) {
        if (epochSecond < from || epochSecond >= until) {
            return;
        }
        double shown = values[channel];
        if (!begun) {
            begun = true;
            last = shown;
            gone = fault.kind() == SensorFault.Kind.DROPOUT;
        }
        if (fault.kind() == SensorFault.Kind.SWAPPED) {
            values[channel] = values[neighbour];
            values[neighbour] = shown;
            return;
        }
        values[channel] = falsified(epochSecond, shown, qualities);
    }

    private double falsified(long epochSecond, double shown, byte[] qualities) {
        double deviation = Math.max(instrument.noiseAt(shown), 1e-4 * instrument.span());
        return switch (fault.kind()) {
            case BIAS -> shown + fault.amount() * deviation;
            case DRIFT -> shown + fault.amount() * deviation * (epochSecond - from) / (until - from);
            case STUCK -> last;
            case RAIL -> {
                qualities[channel] = fault.flagged() ? FAILED : 0;
                yield instrument.high();
            }
            case SPIKES -> random.nextDouble() < SPIKES_PER_SECOND ? shown + spike() * deviation : shown;
            case DROPOUT -> dropout(shown, qualities);
            case GAIN -> shown * fault.amount();
            case NOISE -> shown + fault.amount() * deviation * random.nextGaussian();
            case UNIT_FLIP -> otherUnit(shown);
            case SWAPPED, FROZEN_TIME -> shown;
        };
    }

    private double spike() {
        double height = fault.amount() / Math.sqrt(1 - random.nextDouble()); // Pareto of shape 2
        return random.nextBoolean() ? height : -height;
    }

    private double dropout(double shown, byte[] qualities) {
        gone = gone ? random.nextDouble() >= BAD_TO_GOOD : random.nextDouble() < GOOD_TO_BAD;
        if (!gone) {
            last = shown;
            return shown;
        }
        if (!fault.flagged()) {
            return last; // the gateway repeats what it last heard, and calls it good
        }
        qualities[channel] = MISSING;
        return Double.NaN;
    }

    private double otherUnit(double shown) {
        return switch (instrument.channel().unit().ucum()) {
            case "Cel" -> shown * 1.8 + 32;
            case "bar" -> shown * 14.5038;
            default -> shown / 3.6;
        };
    }

    /** Returns the time that the readings claim to be of. */
    public long stamp(long epochSecond, long nanos) {
        boolean frozen = fault.kind() == SensorFault.Kind.FROZEN_TIME && epochSecond >= from && epochSecond < until;
        if (!frozen) {
            lastStamp = nanos;
        }
        return lastStamp;
    }
}
