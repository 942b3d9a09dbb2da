package org.industrialmind.advisor.diagnosis;

import java.util.List;

/**
 * A failure mode with how well it fits.
 *
 * @param id unique within the library, such as {@code pump.bearing-wear}
 * @param name in plain words, such as "Bearing wear"
 * @param iso14224 the failure mode code of ISO 14224
 * @param item the maintainable item that fails
 * @param action what usually helps
 * @param score the fit in (0, 1]: 1 is every sign of the mode and nothing else
 * @param evidence supporting first, then by size
 */
public record RankedMode(
        String id, String name, String iso14224, String item, String action, double score, List<Evidence> evidence) {
    public RankedMode {
        evidence = List.copyOf(evidence);
    }
}
