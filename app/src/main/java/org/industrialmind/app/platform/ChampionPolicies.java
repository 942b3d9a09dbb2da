package org.industrialmind.app.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.industrialmind.advisor.alarm.PolicySource;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.learning.selection.EnsembleDetector;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.signal.ModelRef;

/**
 * The policies of the registry's versions, each read once from the files of its version.
 *
 * <p>A version whose files cannot be read stops its assessments from being taken in rather than having them decided on some
 * other way: they wait in the log.
 */
final class ChampionPolicies implements PolicySource {
    private final ModelRegistry registry;
    private final DetectorFormat format;
    private final Map<ModelRef, Optional<DecisionPolicy>> known = new ConcurrentHashMap<>();

    /** @param formats of detectors, among them that of ensembles */
    ChampionPolicies(ModelRegistry registry, List<DetectorFormat> formats) {
        this.registry = registry;
        this.format = formats.stream()
                .filter(each -> each.kind().equals(EnsembleDetector.KIND))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format of ensembles among "
                        + formats.stream().map(DetectorFormat::kind).toList()));
    }

    @Override
    public Optional<DecisionPolicy> of(ModelRef model) {
        return known.computeIfAbsent(model, this::read);
    }

    private Optional<DecisionPolicy> read(ModelRef model) {
        return registry.find(model)
                .map(ModelVersion::kind)
                .filter(EnsembleDetector.KIND::equals)
                .map(kind -> load(model));
    }

    private DecisionPolicy load(ModelRef model) {
        try {
            EnsembleDetector ensemble = (EnsembleDetector) format.load(registry.artifact(model));
            return ensemble.policy();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "the policy of " + model + " cannot be read from its files; next: see whether they are there",
                    unreadable);
        }
    }
}
