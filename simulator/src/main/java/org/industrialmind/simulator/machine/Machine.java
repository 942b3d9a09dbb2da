package org.industrialmind.simulator.machine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.FrameSchema.Precision;
import org.industrialmind.signal.Installation;
import org.industrialmind.signal.Installation.Support;
import org.industrialmind.simulator.Seed;
import org.industrialmind.simulator.fault.Damage;
import org.industrialmind.simulator.fault.FailureMode;
import org.industrialmind.simulator.sensor.Instrument;

/** A machine with its controller: fed conditions and damage second by second, it tells the truth about itself. */
public sealed interface Machine permits CentrifugalPump, InductionMotor, HeatExchanger, Fan {
    EquipmentClass PUMP = new EquipmentClass("centrifugal-pump");
    EquipmentClass MOTOR = new EquipmentClass("induction-motor");
    EquipmentClass EXCHANGER = new EquipmentClass("heat-exchanger");
    EquipmentClass FAN = new EquipmentClass("fan");

    /** Seconds after which a machine has forgotten its past: six time constants of the slowest, the motor. */
    int SETTLING = 3 * 3600;

    /**
     * Returns the machine as it left its maker: the tag decides how it differs from its sisters, so that a plant has the
     * same machines whatever seed decides what happens to them.
     *
     * @throws IllegalArgumentException if no machine of that class can be simulated
     */
    static Machine of(Asset asset) {
        Make make = Make.drawn(new Seed(0).child(asset.id().value()));
        return of(asset.equipmentClass(), make);
    }

    private static Machine of(EquipmentClass equipmentClass, Make make) {
        return switch (equipmentClass.code()) {
            case "centrifugal-pump" -> new CentrifugalPump(make);
            case "induction-motor" -> new InductionMotor(make);
            case "heat-exchanger" -> new HeatExchanger(make);
            case "fan" -> new Fan(make);
            default ->
                throw new IllegalArgumentException("no machine of class '" + equipmentClass
                        + "' can be simulated: expected centrifugal-pump, induction-motor, heat-exchanger or fan");
        };
    }

    /** Returns how powerful machines of that class are and how they stand; exchangers, which have no shaft, are not rated. */
    static Optional<Installation> installation(EquipmentClass equipmentClass) {
        return switch (equipmentClass.code()) {
            case "centrifugal-pump" -> Optional.of(new Installation(CentrifugalPump.MOTOR_POWER, Support.RIGID));
            case "induction-motor" -> Optional.of(new Installation(InductionMotor.NOMINAL_POWER, Support.RIGID));
            case "fan" -> Optional.of(new Installation(Fan.MOTOR_POWER, Support.FLEXIBLE)); // on springs
            default -> Optional.empty();
        };
    }

    EquipmentClass equipmentClass();

    /** Returns the measuring points in the order of the schema. */
    List<Instrument> instruments();

    /** Lets one second pass and writes what is then true at each measuring point. */
    void step(Conditions conditions, Damage damage, Truth truth);

    /** Returns how hard the machine works at present, relative to nominal; it decides how fast damage grows. */
    double load();

    /** Returns how far a failure that follows from the state of the machine, such as cavitation, has come. */
    default double consequence(FailureMode mode) {
        return 0;
    }

    /** Returns the share of the life of the winding insulation that one second at the present temperature uses up. */
    default double insulationAgeing() {
        return 0;
    }

    /** Puts right what a repair puts right besides the damage itself, such as a level that had fallen. */
    default void repair(FailureMode mode) {}

    /** Brings the machine to the temperatures of one that has been at normal load for hours. */
    default void settle(double ambient) {
        Conditions calm = new Conditions(0.85, ambient, 1, 0, 0, 1);
        Damage none = new Damage();
        Truth unseen = new Truth(instruments().size());
        for (int second = 0; second < SETTLING; second++) {
            step(calm, none, unseen);
        }
    }

    default FrameSchema schema() {
        return new FrameSchema(
                equipmentClass(),
                Duration.ofSeconds(1),
                Precision.SINGLE,
                instruments().stream().map(Instrument::channel).toList());
    }
}
