package org.industrialmind.app.platform;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
 * more alarms than promised from one model are better than none from the whole plant. The files are read again after a
 * while, since they may only be late.
 */
final class ChampionPolicies implements PolicySource {
    private static final Logger LOG = LoggerFactory.getLogger(ChampionPolicies.class);
    private static final Duration REST = Duration.ofSeconds(30); // until what could not be read is read again

    private final ModelRegistry registry;
    private final Map<String, DetectorFormat> formats;
    private final InstantSource clock;
    private final Map<ModelRef, Optional<DecisionPolicy>> known = new ConcurrentHashMap<>();
    private final Map<ModelRef, Instant> unreadableUntil = new ConcurrentHashMap<>();

    ChampionPolicies(ModelRegistry registry, List<DetectorFormat> formats, InstantSource clock) {
        this.clock = clock;
        this.registry = registry;
        this.formats = formats.stream().collect(Collectors.toMap(DetectorFormat::kind, format -> format));
    }

    @Override
    public Optional<DecisionPolicy> of(ModelRef model) {
        Optional<DecisionPolicy> seen = known.get(model);
        if (seen != null) {
            return seen;
        }
        if (clock.instant().isBefore(unreadableUntil.getOrDefault(model, Instant.MIN))) {
            return Optional.empty();
        }
        Optional<ModelVersion> version = registry.find(model);
        if (version.isEmpty()) {
            return Optional.empty(); // it may be registered yet
        }
        try {
            Optional<DecisionPolicy> read = formats.get(version.get().kind()) instanceof DecidingFormat format
                    ? Optional.of(format.policy(registry.artifact(model)))
                    : Optional.empty();
            known.put(model, read);
            return read;
        } catch (IOException | IllegalArgumentException unreadable) {
            if (unreadableUntil.put(model, clock.instant().plus(REST)) == null) {
                LOG.error(
                        "event=policy_unreadable model=\"{}\" next=\"its assessments are taken as they are until it"
                                + " can be read; see whether its files are there\"",
                        model,
                        unreadable);
            }
            return Optional.empty();
        }
    }
}
