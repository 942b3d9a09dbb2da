package org.industrialmind.foundations.neural;

import java.util.LinkedHashMap;
import java.util.Map;
import org.industrialmind.foundations.autograd.Tensor;

/** The values of a model's whole state at one moment. */
final class Snapshot {
    private final Map<Tensor, double[]> kept = new LinkedHashMap<>();

    private Snapshot() {}

    static Snapshot of(Model model) {
        Snapshot snapshot = new Snapshot();
        model.state().values().forEach(tensor -> snapshot.kept.put(tensor, tensor.values()));
        return snapshot;
    }

    void restore() {
        kept.forEach((tensor, before) ->
                tensor.update((values, unused) -> System.arraycopy(before, 0, values, 0, values.length)));
    }
}
