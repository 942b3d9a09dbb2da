package org.industrialmind.learning.prepared;

import java.util.List;
import java.util.Optional;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.physics.Physics;
import org.industrialmind.learning.quality.QualityGate;
import org.industrialmind.learning.quality.Symptom;
import org.industrialmind.learning.surroundings.Surroundings;
import org.industrialmind.signal.Assessment.Reason;
import org.industrialmind.signal.Window;

/**
 * What is done to a window before a detector sees it, in this order: the gate masks what cannot be believed, physics takes
 * out what its laws explain, and what is left is freed of what the surroundings explain.
 */
final class Preparation {
    private static final double LEAST_BELIEVED = 0.8; // of the cells must be believed: with fewer a model guesses

    private final QualityGate gate;
    private final Physics physics;
    private final Surroundings surroundings;

    Preparation(QualityGate gate, Physics physics, Surroundings surroundings) {
        this.gate = gate;
        this.physics = physics;
        this.surroundings = surroundings;
    }

    /** A preparation, and the windows that it was learned from, prepared. */
    record Learned(Preparation preparation, WindowSet windows) {}

    /** Learns from normal windows in which no machine settles. */
    static Learned learn(WindowSet settled, Baseline baseline) {
        QualityGate gate = QualityGate.fit(settled);
        Physics physics = Physics.fit(settled);
        WindowSet unexplained = new WindowSet(
                settled.description(),
                settled.windows().stream().map(physics::unexplained).toList());
        Surroundings surroundings = Surroundings.fit(unexplained, baseline);
        WindowSet prepared = new WindowSet(
                settled.description(),
                unexplained.windows().stream().map(surroundings::without).toList());
        return new Learned(new Preparation(gate, physics, surroundings), prepared);
    }

    /**
     * Learns the gate alone: cells that cannot be believed are masked, and nothing is explained. The detector learns from
     * all windows as they are.
     *
     * @param settled those of them in which no machine settles
     */
    static Learned gate(WindowSet all, WindowSet settled, Baseline baseline) {
        QualityGate gate = QualityGate.fit(settled);
        return new Learned(new Preparation(gate, Physics.none(all.schema()), Surroundings.none(baseline)), all);
    }

    /**
     * A window that has been made ready.
     *
     * @param read the window as it came
     * @param window as the detector should see it
     * @param placed whether the machine ran, steadily, in a way that training has seen
     * @param inspection what the gate made of it
     * @param refused why nothing should be said of it, if so
     */
    record Ready(
            Window read, Window window, boolean placed, QualityGate.Inspection inspection, Optional<Reason> refused) {
        List<Symptom> symptoms() {
            return inspection.symptoms();
        }

        Window believed() {
            return inspection.window();
        }
    }

    Ready of(Window window) {
        QualityGate.Inspection inspection = gate.inspect(window);
        Window unexplained = physics.unexplained(inspection.window());
        Optional<Reason> refused = refused(inspection.window(), unexplained);
        return new Ready(window, surroundings.without(unexplained), surroundings.knows(window), inspection, refused);
    }

    private Optional<Reason> refused(Window believed, Window unexplained) {
        if (believed.coverage() < LEAST_BELIEVED) {
            return Optional.of(Reason.TOO_FEW_READINGS);
        }
        return surroundings.strange(unexplained) ? Optional.of(Reason.UNKNOWN_REGIME) : Optional.empty();
    }

    /** Returns the window prepared as if a channel had not been read in these rows. */
    Window without(Ready ready, int channel, int fromRow, int toRow) {
        Window believed = ready.believed();
        float[] values = believed.values();
        for (int row = fromRow; row < toRow; row++) {
            values[row * believed.width() + channel] = Float.NaN;
        }
        return surroundings.without(physics.unexplained(believed.with(values)));
    }

    /** Returns the window prepared as if a channel had read more by a constant. */
    Window shifted(Ready ready, int channel, double by) {
        Window believed = ready.believed();
        float[] values = believed.values();
        for (int at = channel; at < values.length; at += believed.width()) {
            values[at] += (float) by;
        }
        return surroundings.without(physics.unexplained(believed.with(values)));
    }

    /** Returns whether a channel moves so fast that nobody can tell where it will settle. */
    boolean underway(Ready ready, int channel) {
        return surroundings.underway(ready.believed(), channel);
    }

    /** Returns whether anything is taken out of a window but what cannot be believed. */
    boolean explains() {
        return surroundings.explains();
    }

    QualityGate gate() {
        return gate;
    }

    Physics physics() {
        return physics;
    }

    Surroundings surroundings() {
        return surroundings;
    }
}
