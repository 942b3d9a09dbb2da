package org.industrialmind.serving.training;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.PromotionGate;
import org.industrialmind.lifecycle.training.TrainingJob;
import org.industrialmind.lifecycle.training.TrainingQueue;
import org.industrialmind.lifecycle.training.TrainingStatus;
import org.industrialmind.serving.security.Caller;
import org.industrialmind.serving.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Trainings: a worker learns from stored readings, and a gate decides whether the new version goes to work. */
@RestController
@RequestMapping("/api/v1/trainings")
@Tag(name = "Trainings", description = "New versions of models, learned from stored readings by a worker")
public class TrainingController {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingController.class);
    private static final int MOST = 200;

    private final TrainingQueue queue;
    private final TrainingPlanner planner;
    private final ModelRegistry models;

    TrainingController(TrainingQueue queue, TrainingPlanner planner, ModelRegistry models) {
        this.queue = queue;
        this.planner = planner;
        this.models = models;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Queues a training; ask for it by its id until it is done",
            description =
                    "Of a model that was trained before, what is left out stays as it was. The first training of a"
                            + " model says from when on its machines ran normally. One like it that waits or runs is"
                            + " returned.")
    TrainingView submit(@RequestBody TrainingBody asked, @AuthenticationPrincipal Caller caller) {
        TrainingJob job = planner.plan(asked.order());
        UUID id = queue.submitUnlessUnfinished(job);
        LOG.info("event=training-asked-for id={} model=\"{}\" by=\"{}\"", id, job.modelName(), caller.name());
        return one(id);
    }

    @GetMapping
    @Operation(summary = "Lists trainings, newest first")
    List<TrainingView> list(@RequestParam(defaultValue = "50") int limit) {
        return queue.list(Math.clamp(limit, 1, MOST)).stream().map(this::view).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Returns one training, with the version that came of it once it is done")
    TrainingView one(@PathVariable UUID id) {
        return queue.status(id)
                .map(this::view)
                .orElseThrow(() -> Problem.notFound("there is no training " + id, "list the trainings"));
    }

    private TrainingView view(TrainingStatus status) {
        return TrainingView.of(
                status,
                made -> models.find(made)
                        .map(version -> PromotionGate.defaults().judge(version.metrics()))
                        .map(TrainingController::reasons)
                        .orElse(List.of()));
    }

    private static List<String> reasons(PromotionGate.Decision decision) {
        return switch (decision) {
            case PromotionGate.Decision.Accepted _ -> List.of();
            case PromotionGate.Decision.Refused refused -> refused.reasons();
        };
    }
}
