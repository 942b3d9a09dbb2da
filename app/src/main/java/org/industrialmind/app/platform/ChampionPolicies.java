package org.industrialmind.app.platform;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.industrialmind.advisor.alarm.PolicySource;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.decision.DecidingFormat;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.signal.ModelRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policies of the registry's versions, each read once from the files of its version.
 *
 * <p>The assessments of a version whose files cannot be read are taken as they are, without a policy, and the log says so:
 * more alarms than promised from one model are better than none from the whole plant.
 */
final class ChampionPolicies implements PolicySource {
    private static final Logger LOG = LoggerFactory.getLogger(ChampionPolicies.class);

    private final ModelRegistry registry;
    private final Map<String, DetectorFormat> formats;
    private final Map<ModelRef, Optional<DecisionPolicy>> known = new ConcurrentHashMap<>();

    ChampionPolicies(ModelRegistry registry, List<DetectorFormat> formats) {
        this.registry = registry;
        this.formats = formats.stream().collect(Collectors.toMap(DetectorFormat::kind, format -> format));
    }

    @Override
    public Optional<DecisionPolicy> of(ModelRef model) {
        Optional<DecisionPolicy> seen = known.get(model);
        if (seen != null) {
            return seen;
        }
        Optional<ModelVersion> version = registry.find(model);
        if (version.isEmpty()) {
            return Optional.empty(); // it may be registered yet
        }
        Optional<DecisionPolicy> read = formats.get(version.get().kind()) instanceof DecidingFormat format
                ? read(format, model)
                : Optional.empty();
        known.put(model, read);
        return read;
    }

    private Optional<DecisionPolicy> read(DecidingFormat format, ModelRef model) {
        try {
            return Optional.of(format.policy(registry.artifact(model)));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.error(
                    "event=policy_unreadable model=\"{}\" next=\"its assessments are taken as they are until the next"
                            + " start; see whether its files are there\"",
                    model,
                    unreadable);
            return Optional.empty();
        }
    }
}
