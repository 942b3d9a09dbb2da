package org.industrialmind.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.industrialmind.signal.AssetId;

/**
 * A fault that a scenario has in store for a machine.
 *
 * @param toFailure time from onset to failure at 85 % load, which sets how far the clock of damage is compressed
 * @param limit where growth stops: 2 lets it run to failure, 0.35 keeps it incipient
 * @param repair when the machine is as good as new again, or empty for never
 */
public record PlannedFault(
        AssetId asset, FailureMode mode, Instant onset, Duration toFailure, double limit, Optional<Instant> repair) {
    private static final double NO_LIMIT = 2;

    /** @throws IllegalArgumentException if the time to failure or the limit is not positive, or the repair comes first */
    public PlannedFault {
        if (toFailure.isZero() || toFailure.isNegative() || !(limit > 0)) {
            throw new IllegalArgumentException("planned fault " + mode.id() + " of " + asset + " has " + toFailure
                    + " to failure and the limit " + limit + ": expected both to be positive");
        }
        if (repair.isPresent() && !repair.get().isAfter(onset)) {
            throw new IllegalArgumentException("planned fault " + mode.id() + " of " + asset + " is repaired at "
                    + repair.get() + ", not after its onset at " + onset);
        }
    }

    /** Returns a fault that runs to failure and is not repaired. */
    public static PlannedFault toFailure(AssetId asset, FailureMode mode, Instant onset, Duration toFailure) {
        return new PlannedFault(asset, mode, onset, toFailure, NO_LIMIT, Optional.empty());
    }

    /** Returns this fault, repaired at that time. */
    public PlannedFault repairedAt(Instant time) {
        return new PlannedFault(asset, mode, onset, toFailure, limit, Optional.of(time));
    }

    /** Returns this fault, growing no further than that. */
    public PlannedFault upTo(double newLimit) {
        return new PlannedFault(asset, mode, onset, toFailure, newLimit, repair);
    }

    /** Returns by how much the life of the mode is compressed. */
    public double lifeFactor() {
        return (double) mode.life().toMillis() / toFailure.toMillis();
    }

    /** Returns whether the fault may grow until the machine fails. */
    public boolean runsToFailure() {
        return limit >= NO_LIMIT;
    }
}
