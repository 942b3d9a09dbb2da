package org.industrialmind.learning.prognosis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the machines of a fleet report, and what their life is counted in.
 *
 * @param fleet name of the kind of machine
 * @param settings channels that say under which conditions a unit runs: they are chosen, not suffered
 * @param sensors channels that answer; what wears shows here
 * @param lifeUnit what ages and lives are counted in, such as {@code cycle} or {@code h}
 */
public record FleetSchema(String fleet, List<String> settings, List<String> sensors, String lifeUnit) {
    /** @throws IllegalArgumentException if there is no sensor, or two channels have one name */
    public FleetSchema {
        settings = List.copyOf(settings);
        sensors = List.copyOf(sensors);
        Set<String> names = new HashSet<>(settings);
        names.addAll(sensors);
        if (sensors.isEmpty() || names.size() < settings.size() + sensors.size()) {
            throw new IllegalArgumentException("fleet " + fleet + " has the settings " + settings + " and the sensors "
                    + sensors + ": expected at least one sensor and no name twice");
        }
    }

    /** Returns the number of channels of a row: the settings, then the sensors. */
    public int channels() {
        return settings.size() + sensors.size();
    }

    /** Returns the names of all channels in the order of a row. */
    public List<String> names() {
        return Stream.concat(settings.stream(), sensors.stream()).toList();
    }
}
