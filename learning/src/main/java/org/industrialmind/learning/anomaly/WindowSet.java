package org.industrialmind.learning.anomaly;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;

/**
 * Windows of one class of equipment to learn from, all of one schema and length, in order of time within each asset.
 *
 * @param description what they are and where they come from, for the provenance
 */
public record WindowSet(String description, List<Window> windows) {
    /** @throws IllegalArgumentException if there is no window, or their schemas or lengths differ */
    public WindowSet {
        windows = windows.stream()
                .sorted(Comparator.comparing(Window::asset).thenComparingLong(Window::endNanos))
                .toList();
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("no windows to learn from in " + description
                    + ": expected at least one; is there stored data in that span?");
        }
        Window first = windows.getFirst();
        for (Window window : windows) {
            if (window.schema().id() != first.schema().id() || window.length() != first.length()) {
                throw new IllegalArgumentException("windows of " + description + " differ: " + first + " of schema "
                        + first.schema().idText() + " and " + window + " of schema "
                        + window.schema().idText() + "; expected one schema and one length");
            }
        }
    }

    public FrameSchema schema() {
        return windows.getFirst().schema();
    }

    public int windowLength() {
        return windows.getFirst().length();
    }

    /** Returns the windows of each asset, in order of time. */
    public Map<AssetId, List<Window>> byAsset() {
        return windows.stream().collect(Collectors.groupingBy(Window::asset, TreeMap::new, Collectors.toList()));
    }
}
