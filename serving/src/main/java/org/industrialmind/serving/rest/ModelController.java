package org.industrialmind.serving.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.Provenance;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.serving.platform.ModelCheck;
import org.industrialmind.serving.security.Caller;
import org.industrialmind.serving.web.Given;
import org.industrialmind.serving.web.Problem;
import org.industrialmind.signal.ModelRef;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The models, their versions and which of them is at work. */
@RestController
@RequestMapping("/api/v1/models")
@Tag(name = "Models", description = "Model versions, their provenance, and the champion of each name")
public class ModelController {
    private final ModelRegistry registry;
    private final ModelCheck check;

    ModelController(ModelRegistry registry, ModelCheck check) {
        this.registry = registry;
        this.check = check;
    }

    /** One version of a model. */
    public record ModelView(
            String name,
            int version,
            String kind,
            boolean champion,
            Instant registered,
            String sha256,
            Map<String, Double> metrics,
            Provenance provenance) {}

    /** Which version should become the champion, and why. */
    public record Promote(
            @Nullable String name, int version, @Nullable String reason) {}

    @GetMapping
    @Operation(summary = "Lists all versions, by name, newest first")
    List<ModelView> all() {
        return registry.all().stream().map(ModelController::shown).toList();
    }

    @PostMapping("/promote")
    @Operation(
            summary = "Makes a version the champion of its name",
            description = "Such as a former one, to go back; it goes to work between two batches of windows. One whose"
                    + " files cannot be read is refused, and the present champion stays.")
    ModelView promote(@RequestBody Promote wanted, @AuthenticationPrincipal Caller caller) {
        String reason = Given.text(wanted.reason(), "reason", "why this version should be the champion");
        ModelRef ref = new ModelRef(Given.text(wanted.name(), "name", "the name of a model"), wanted.version());
        registry.find(ref).ifPresent(this::requireReadable); // what does not exist is for the registry to say
        return shown(registry.promote(ref, caller.name(), reason));
    }

    private void requireReadable(ModelVersion version) {
        try {
            check.requireReadable(version);
        } catch (IOException unreadable) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    version.ref() + " could not go to work: its files cannot be read here",
                    "promote another version, or train a new one; the log says what is wrong with the files",
                    unreadable);
        }
    }

    private static ModelView shown(ModelVersion version) {
        return new ModelView(
                version.ref().name(),
                version.ref().version(),
                version.kind(),
                version.champion(),
                version.registered(),
                version.sha256(),
                version.metrics(),
                version.provenance());
    }
}
