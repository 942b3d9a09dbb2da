package org.industrialmind.lifecycle.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.industrialmind.learning.Provenance;
import org.industrialmind.signal.ModelRef;

/** A registry whose records live as long as the test; its files lie in a folder as they do in earnest. */
public final class InMemoryModelRegistry implements ModelRegistry {
    private final ArtifactFolder artifacts;
    private final InstantSource clock;
    private final List<ModelVersion> versions = new ArrayList<>();
    private final List<Promotion> promotions = new ArrayList<>();

    public InMemoryModelRegistry(Path folder, InstantSource clock) throws IOException {
        this.artifacts = new ArtifactFolder(folder);
        this.clock = clock;
    }

    @Override
    public synchronized ModelVersion register(
            String name, String kind, Path folder, Provenance provenance, Map<String, Double> metrics)
            throws IOException {
        String sha256 = artifacts.keep(folder);
        int last =
                (int) versions.stream().filter(v -> v.ref().name().equals(name)).count();
        ModelVersion version = new ModelVersion(
                new ModelRef(name, last + 1), kind, sha256, provenance, metrics, clock.instant(), false);
        versions.add(version);
        return version;
    }

    @Override
    public Path artifact(ModelRef model) throws IOException {
        ModelVersion version = require(model);
        try {
            return artifacts.verified(version.sha256());
        } catch (IOException damaged) {
            throw new IOException(model + " is refused: " + damaged.getMessage(), damaged);
        }
    }

    @Override
    public synchronized Optional<ModelVersion> find(ModelRef model) {
        return versions.stream()
                .filter(version -> version.ref().equals(model))
                .map(this::crowned)
                .findFirst();
    }

    @Override
    public synchronized List<ModelVersion> all() {
        return versions.stream()
                .map(this::crowned)
                .sorted(Comparator.comparing(
                                (ModelVersion version) -> version.ref().name())
                        .thenComparing(version -> -version.ref().version()))
                .toList();
    }

    @Override
    public synchronized Optional<ModelVersion> champion(String name) {
        return promotions(name).stream().findFirst().map(promotion -> require(promotion.model()));
    }

    @Override
    public synchronized ModelVersion promote(ModelRef model, String by, String reason) {
        require(model);
        promotions.add(new Promotion(model, by, reason, clock.instant()));
        return require(model);
    }

    @Override
    public synchronized List<Promotion> promotions(String name) {
        return promotions.stream()
                .filter(promotion -> promotion.model().name().equals(name))
                .toList()
                .reversed();
    }

    @Override
    public synchronized long revision() {
        return promotions.size();
    }

    private ModelVersion crowned(ModelVersion version) {
        boolean champion = promotions(version.ref().name()).stream()
                .findFirst()
                .map(promotion -> promotion.model().equals(version.ref()))
                .orElse(false);
        return new ModelVersion(
                version.ref(),
                version.kind(),
                version.sha256(),
                version.provenance(),
                version.metrics(),
                version.registered(),
                champion);
    }

    private ModelVersion require(ModelRef model) {
        return find(model).orElseThrow(() -> new NoSuchElementException("the registry has no " + model));
    }
}
