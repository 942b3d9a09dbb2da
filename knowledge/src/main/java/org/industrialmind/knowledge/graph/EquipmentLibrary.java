package org.industrialmind.knowledge.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.signal.EquipmentClass;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What engineers know of the usual classes of equipment before the plant has taught anything: how they fail, which signs
 * each failure shows, and what helps.
 *
 * <p>Signs are those of a machine whose flow or temperature is held by a working controller: what the controller holds
 * has the sign 0, and the effort it takes shows elsewhere. Codes are failure modes of ISO 14224; the actions are first
 * steps, not work instructions. The signs follow the standards named with each mode and were checked against the
 * physics of the simulated plant; a site should review them with its own engineers.
 *
 * @see "ISO 14224:2016, annex B (equipment classes and failure modes)"
 * @see "ISO 13379-1:2012 (failure mode and symptoms analysis)"
 */
public final class EquipmentLibrary {
    private static final String RESOURCE = "equipment-library.json";
    private static final TypeReference<List<ClassEntry>> ENTRIES = new TypeReference<>() {};

    private EquipmentLibrary() {}

    private record ClassEntry(String equipmentClass, String name, List<ModeEntry> modes) {
        EquipmentKnowledge knowledge() {
            return new EquipmentKnowledge(
                    new EquipmentClass(equipmentClass),
                    name,
                    modes.stream().map(ModeEntry::mode).toList());
        }
    }

    private record ModeEntry(
            String id,
            String name,
            String iso14224,
            String item,
            String action,
            String source,
            LinkedHashMap<String, Integer> symptoms) {
        FailureMode mode() {
            List<FailureMode.Symptom> signs =
                    symptoms.entrySet().stream().map(ModeEntry::symptom).toList();
            return new FailureMode(id, name, iso14224, item, action, source, signs);
        }

        private static FailureMode.Symptom symptom(Map.Entry<String, Integer> entry) {
            return new FailureMode.Symptom(entry.getKey(), entry.getValue());
        }
    }

    /** Returns what is known of each class. */
    public static List<EquipmentKnowledge> standard() {
        try (InputStream json = EquipmentLibrary.class.getResourceAsStream(RESOURCE)) {
            if (json == null) {
                throw new IllegalStateException(
                        RESOURCE + " is not on the class path: the knowledge jar is incomplete");
            }
            return JsonMapper.builder().build().readValue(json, ENTRIES).stream()
                    .map(ClassEntry::knowledge)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(RESOURCE + " cannot be read: the knowledge jar is damaged", failure);
        }
    }
}
