package org.industrialmind.simulator.plant;

import java.util.List;
import org.industrialmind.signal.Asset;
import org.industrialmind.simulator.fault.Damage;
import org.industrialmind.simulator.machine.Conditions;
import org.industrialmind.simulator.machine.Machine;
import org.industrialmind.simulator.machine.Truth;
import org.industrialmind.simulator.sensor.Instrument;

/** The same machine, spared the fault. */
final class HealthyTwin {
    private final Machine machine;
    private final List<Instrument> instruments;
    private final Damage none = new Damage();
    private final Truth truth;

    HealthyTwin(Asset asset, double ambient) {
        this.machine = Machine.of(asset);
        this.instruments = machine.instruments();
        this.truth = new Truth(instruments.size());
        machine.settle(ambient);
    }

    void step(Conditions conditions) {
        machine.step(conditions, none, truth);
    }

    /** Returns whether any value of the other differs by more than that many standard deviations of its noise. */
    boolean apart(Truth other, double deviations) {
        for (int i = 0; i < instruments.size(); i++) {
            double healthy = truth.value(i);
            double noise = instruments.get(i).noiseAt(healthy);
            if (noise > 0 && Math.abs(other.value(i) - healthy) > deviations * noise) {
                return true;
            }
        }
        return false;
    }
}
