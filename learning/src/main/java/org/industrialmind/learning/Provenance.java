package org.industrialmind.learning;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a model came from, so that it can be made again and believed: its data, trainer, seed, code and machine.
 *
 * @param data what it was trained on, in words a person can check: source, assets, span, rows
 * @param trainer the trainer's name
 * @param settings every setting of the trainer, by name
 * @param code version and revision of the program
 * @param machine Java version, operating system and processor architecture: floating-point results may differ between
 *     them
 */
public record Provenance(
        String data,
        String trainer,
        Map<String, String> settings,
        long seed,
        String code,
        String machine,
        Instant created) {
    public Provenance {
        settings = Map.copyOf(settings);
    }

    /** Describes a training on this machine, now. */
    public static Provenance here(String data, String trainer, Map<String, String> settings, long seed, Instant now) {
        String machine = "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
        return new Provenance(data, trainer, new TreeMap<>(settings), seed, CodeVersion.current(), machine, now);
    }
}
