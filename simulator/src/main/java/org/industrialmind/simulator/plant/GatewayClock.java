package org.industrialmind.simulator.plant;

import java.util.SplittableRandom;
import org.industrialmind.signal.Asset;
import org.industrialmind.simulator.Seed;

/**
 * The clock by which a gateway stamps the readings of one machine.
 *
 * <p>A gateway polls on the whole seconds of its own clock, so its error shifts stamps by whole seconds, and what is left
 * of a second is the jitter of the poll.
 */
final class GatewayClock {
    private static final long SECOND = 1_000_000_000L;

    private final long shift;
    private final double jitter;
    private final SplittableRandom random;

    GatewayClock(Asset asset, Scenario scenario) {
        Seed seed = new Seed(scenario.seed()).child("clocks");
        double error = scenario.transport().clockError();
        double offset = seed.child(asset.path().toString()).generator().nextDouble(-1, 1) * error;
        this.shift = Math.round(offset);
        this.jitter = scenario.transport().jitter() * SECOND;
        this.random = seed.child(asset.id().value()).generator();
    }

    long stamp(long epochSecond) {
        return (epochSecond + shift) * SECOND + (long) (jitter * random.nextDouble());
    }
}
