package org.industrialmind.app.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.simulator.machine.Machine;

/** A class of machine that the simulator can run to failure, by the name of a subset. */
enum PlantClass {
    PUMP(Machine.PUMP),
    MOTOR(Machine.MOTOR),
    EXCHANGER(Machine.EXCHANGER),
    FAN(Machine.FAN);

    @SuppressWarnings("ImmutableEnumChecker") // a record of a name
    private final EquipmentClass equipment;

    PlantClass(EquipmentClass equipment) {
        this.equipment = equipment;
    }

    /**
     * Returns the classes of these names; all if there is no name.
     *
     * @throws IllegalArgumentException if there is no such class
     */
    static List<PlantClass> named(List<String> names) {
        List<String> known = Arrays.stream(values()).map(PlantClass::code).toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(stray -> {
            throw new IllegalArgumentException("unknown class of machine " + stray + ": expected some of " + known);
        });
        return Arrays.stream(values())
                .filter(kind -> names.isEmpty() || names.contains(kind.code()))
                .toList();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    EquipmentClass equipment() {
        return equipment;
    }
}
