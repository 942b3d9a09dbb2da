package org.industrialmind.simulator.plant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.industrialmind.signal.Asset;
import org.industrialmind.simulator.Seed;
import org.industrialmind.simulator.fault.Damage;
import org.industrialmind.simulator.fault.Degradation;
import org.industrialmind.simulator.fault.FailureMode;
import org.industrialmind.simulator.fault.FaultLabel;
import org.industrialmind.simulator.fault.PlannedFault;
import org.industrialmind.simulator.machine.Conditions;
import org.industrialmind.simulator.machine.Machine;
import org.industrialmind.simulator.machine.Truth;

/**
 * One planned fault as it happens.
 *
 * <p>To know when anybody could have noticed, a healthy twin of the machine is fed the same conditions from some hours
 * before the onset; the fault is detectable when the noise-free values of the two have parted by three standard deviations
 * of noise and stay apart.
 */
final class FaultCourse {
    private static final double NOTICEABLE = 3; // standard deviations of noise
    private static final int STAY_IN_REAL_LIFE = 600; // seconds
    private static final double NEVER = Double.NaN;

    private final Asset asset;
    private final PlannedFault plan;
    private final String id;
    private final Degradation degradation;
    private final long onset;
    private final long repair;
    private final long stay;
    private Optional<HealthyTwin> twin = Optional.empty();
    private long apartSince = -1;
    private double detectable = NEVER;
    private double failure = NEVER;
    private double consequence = NEVER;
    private double insulation;

    private FaultCourse(Asset asset, PlannedFault plan, int number, Seed seed) {
        this.asset = asset;
        this.plan = plan;
        this.id = asset.id() + "/" + number + "/" + plan.mode().id();
        this.onset = plan.onset().getEpochSecond();
        this.repair = plan.repair().map(Instant::getEpochSecond).orElse(Long.MAX_VALUE);
        double lifeSeconds = plan.toFailure().toMillis() / 1000.0;
        // ten minutes in real life; in a compressed one in proportion, but long enough not to be chance
        this.stay = (long) Math.clamp(lifeSeconds / 20, 10, STAY_IN_REAL_LIFE);
        this.degradation = new Degradation(plan.mode(), lifeSeconds, plan.limit(), seed.child(id));
    }

    static List<FaultCourse> planned(Asset asset, Scenario scenario, Seed seed) {
        List<FaultCourse> courses = new ArrayList<>();
        for (PlannedFault plan : scenario.faults()) {
            if (plan.asset().equals(asset.id())) {
                courses.add(new FaultCourse(asset, plan, courses.size() + 1, seed));
            }
        }
        return courses;
    }

    /** Lets damage grow by a second's worth, or repairs the machine when its time has come. */
    void advance(long epochSecond, Machine machine, Damage damage) {
        if (epochSecond < onset || epochSecond > repair) {
            return;
        }
        if (epochSecond == repair) {
            damage.set(plan.mode(), 0);
            plan.mode().consequence().ifPresent(mode -> damage.set(mode, 0));
            machine.repair(plan.mode());
            return;
        }
        damage.set(plan.mode(), degradation.advance(machine.load()));
        if (plan.mode() == FailureMode.MOTOR_COOLING_BLOCKAGE) {
            insulation = Math.min(1, insulation + machine.insulationAgeing() * plan.lifeFactor());
            damage.set(FailureMode.MOTOR_INSULATION, insulation);
        }
        if (Double.isNaN(failure) && degradation.failed()) {
            failure = epochSecond;
        }
    }

    /** Compares the machine with its healthy twin. */
    void watch(long epochSecond, Conditions conditions, Machine machine, Truth truth) {
        boolean settled = !Double.isNaN(detectable) || epochSecond >= repair;
        if (epochSecond >= onset - Machine.SETTLING && !settled) {
            HealthyTwin healthy = twin.orElseGet(() -> new HealthyTwin(asset, conditions.ambient()));
            twin = Optional.of(healthy);
            healthy.step(conditions);
            if (epochSecond >= onset) {
                compare(epochSecond, healthy.apart(truth, NOTICEABLE));
            }
        } else if (twin.isPresent()) {
            twin = Optional.empty();
        }
        watchConsequence(epochSecond, machine);
    }

    private void compare(long epochSecond, boolean apart) {
        if (!apart) {
            apartSince = -1;
        } else if (apartSince < 0) {
            apartSince = epochSecond;
        }
        if (apart && epochSecond - apartSince >= stay) {
            detectable = apartSince;
        }
    }

    private void watchConsequence(long epochSecond, Machine machine) {
        Optional<FailureMode> follows = plan.mode().consequence();
        if (Double.isNaN(consequence)
                && epochSecond >= onset
                && follows.isPresent()
                && (insulation > 0.05 || machine.consequence(follows.get()) > 0.05)) {
            consequence = epochSecond;
        }
    }

    /** Returns the label of the fault, and after it the one that it has brought about, if it has. */
    List<FaultLabel> labels() {
        List<FaultLabel> labels = new ArrayList<>();
        labels.add(label(id, plan.mode(), Optional.empty(), plan.onset(), instant(detectable), instant(failure)));
        if (!Double.isNaN(consequence) && plan.mode().consequence().isPresent()) {
            FailureMode child = plan.mode().consequence().get();
            Optional<Instant> since = instant(consequence);
            labels.add(label(id + "/" + child.id(), child, Optional.of(id), since.get(), since, Optional.empty()));
        }
        return labels;
    }

    private FaultLabel label(
            String labelId,
            FailureMode mode,
            Optional<String> parent,
            Instant began,
            Optional<Instant> noticeable,
            Optional<Instant> failed) {
        return new FaultLabel(
                labelId,
                asset.id(),
                FaultLabel.Kind.PROCESS,
                plan.runsToFailure() ? FaultLabel.Severity.FULL : FaultLabel.Severity.INCIPIENT,
                mode.item(),
                mode.id(),
                Optional.of(mode.isoCode()),
                parent,
                began,
                noticeable,
                failed,
                plan.repair(),
                mode.symptoms());
    }

    private static Optional<Instant> instant(double epochSecond) {
        return Double.isNaN(epochSecond) ? Optional.empty() : Optional.of(Instant.ofEpochSecond((long) epochSecond));
    }
}
