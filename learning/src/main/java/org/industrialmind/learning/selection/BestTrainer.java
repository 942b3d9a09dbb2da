package org.industrialmind.learning.selection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.Trainer;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.WindowSet;

/**
 * Trains the detector that suits a set of machines best: candidates are tried on held-out normal windows and on faults put
 * into them ({@link DetectorSelection}), and the winner learns from all windows. The evidence is kept with the model.
 *
 * <p>One model serves all machines of the set, so all have one say; a machine that by itself would get another detector is
 * named beside the choice, for whoever wants to train it a model of its own.
 */
public final class BestTrainer implements Trainer<WindowSet, BestDetector> {
    /** The setting of the provenance that names the winner. */
    public static final String CHOSEN = "chosen";

    /** The setting of the provenance that says why it won. */
    public static final String REASON = "chosen_because";

    /** The setting of the provenance that holds the evidence for all candidates, a line each. */
    public static final String EVIDENCE = "evidence";

    private static final String ALONE = "chosen_alone";

    private final List<DetectorCandidate> candidates;
    private final SelectionSettings settings;

    /** @param candidates the simplest first; of those about as good the first is taken */
    public BestTrainer(List<DetectorCandidate> candidates, SelectionSettings settings) {
        this.candidates = List.copyOf(candidates);
        this.settings = settings;
    }

    @Override
    public BestDetector train(WindowSet data, long seed) {
        Selection selection = new DetectorSelection(candidates, settings).choose(data, seed);
        Choice choice = selection.whole();
        AnomalyDetector best = candidates.stream()
                .filter(candidate -> candidate.name().equals(choice.best()))
                .findFirst()
                .orElseThrow()
                .trainer()
                .train(data, seed);
        Map<String, Double> metrics = new TreeMap<>(best.metrics());
        metrics.put("made_up_recall", choice.ranking().getFirst().worth());
        return new BestDetector(best, provenance(best.provenance(), selection), metrics);
    }

    private static Provenance provenance(Provenance best, Selection selection) {
        Choice choice = selection.whole();
        Map<String, String> all = new TreeMap<>(best.settings());
        all.put(CHOSEN, choice.best());
        all.put(REASON, choice.reason());
        all.put(EVIDENCE, choice.table());
        String alone = new TreeMap<>(selection.byAsset())
                .entrySet().stream()
                        .filter(own -> !own.getValue().best().equals(choice.best()))
                        .map(own -> own.getKey() + " " + own.getValue().best())
                        .collect(Collectors.joining(", "));
        if (!alone.isEmpty()) {
            all.put(ALONE, alone);
        }
        return new Provenance(
                best.data(), best.trainer(), all, best.seed(), best.code(), best.machine(), best.created());
    }
}
