package org.industrialmind.advisor.prognosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.industrialmind.learning.prognosis.path.Experience;
import org.industrialmind.signal.EquipmentClass;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What failed machines have taught, by failure mode, and by class of equipment for when the mode is not known.
 *
 * @param source where it comes from, as it is told to people
 * @param version counted from 1
 * @param modes by the id of the failure mode
 * @param classes by the code of the equipment class, over all its modes
 */
public record FleetExperience(
        String source, int version, Map<String, Experience> modes, Map<String, Experience> classes) {
    private static final String RESOURCE = "fleet-experience.json";

    public FleetExperience {
        modes = new TreeMap<>(modes);
        classes = new TreeMap<>(classes);
    }

    /** Returns the experience with that mode, else with that class, or empty if there is none of either. */
    public Optional<Experience> of(EquipmentClass equipment, Optional<String> mode) {
        Optional<Experience> ofMode = mode.flatMap(id -> Optional.ofNullable(modes.get(id)));
        return ofMode.or(() -> Optional.ofNullable(classes.get(equipment.code())));
    }

    /** Returns what is known where no machine has failed yet: nothing. */
    public static FleetExperience none() {
        return new FleetExperience("nothing", 1, Map.of(), Map.of());
    }

    /**
     * Returns what the simulated plant's machines have taught: a beginning, in place of a site's own records of failures.
     */
    public static FleetExperience ofSimulatedPlant() {
        try (InputStream json = FleetExperience.class.getResourceAsStream(RESOURCE)) {
            if (json == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path: the advisor jar is incomplete");
            }
            return JsonMapper.shared().readValue(json, FleetExperience.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(RESOURCE + " cannot be read: the advisor jar is damaged", failure);
        }
    }

    /** Returns this as JSON, in the form that {@link #ofSimulatedPlant} reads. */
    public String json() {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(this);
    }
}
