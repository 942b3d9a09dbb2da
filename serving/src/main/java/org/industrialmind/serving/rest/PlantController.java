package org.industrialmind.serving.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.industrialmind.advisor.advice.Advice;
import org.industrialmind.advisor.advice.AdviceDesk;
import org.industrialmind.advisor.advice.Urgency;
import org.industrialmind.advisor.alarm.AlarmDesk;
import org.industrialmind.advisor.condition.ConditionBoard;
import org.industrialmind.serving.platform.AssetDirectory;
import org.industrialmind.serving.web.Problem;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.PlantPath;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole plant at a glance. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Plant", description = "The plant at a glance, most urgent first")
public class PlantController {
    private static final int MOST_ALARMS = 10_000;

    private final AssetDirectory directory;
    private final ConditionBoard board;
    private final AlarmDesk desk;
    private final AdviceDesk advice;
    private final InstantSource clock;

    PlantController(
            AssetDirectory directory, ConditionBoard board, AlarmDesk desk, AdviceDesk advice, InstantSource clock) {
        this.directory = directory;
        this.board = board;
        this.desk = desk;
        this.advice = advice;
        this.clock = clock;
    }

    /** The plant, by the names of its sites. */
    public record PlantView(String name, Instant time, List<StandingView> assets) {}

    /** How one machine stands. */
    public record StandingView(
            String id,
            String name,
            String equipmentClass,
            PlantPath path,
            int criticality,
            String condition,
            int urgency,
            String headline,
            @Nullable Double score,
            @Nullable Instant lastSeen,
            @Nullable OpenAlarm openAlarm,
            @Nullable Deadline deadline,
            @Nullable String vibrationZone) {}

    /** By when somebody has to decide about a machine. */
    public record Deadline(Instant actBy, String urgency) {}

    /** The alarm that a machine has, in short. */
    public record OpenAlarm(String id, String state, String priority) {}

    @GetMapping("/plant")
    @Operation(summary = "Returns all machines, the most urgent first, in plain words")
    PlantView plant() {
        List<StandingView> standings =
                board.ranked(directory.assets(), desk.open(MOST_ALARMS), advice.pressing()).stream()
                        .map(PlantController::shown)
                        .toList();
        return new PlantView(sites(), clock.instant(), standings);
    }

    private String sites() {
        return directory.assets().stream()
                .map(asset -> asset.path().site())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @GetMapping("/episodes/{id}")
    @Operation(summary = "Returns one episode")
    EpisodeView episode(@PathVariable String id) {
        return desk.episode(episodeId(id))
                .map(EpisodeView::of)
                .orElseThrow(() -> Problem.notFound("there is no episode " + id, "list the episodes of the asset"));
    }

    private static EpisodeId episodeId(String id) {
        try {
            return EpisodeId.parse(id);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound("'" + id + "' is not the id of an episode", "list the episodes of the asset");
        }
    }

    private static StandingView shown(ConditionBoard.Standing standing) {
        Asset asset = standing.asset();
        return new StandingView(
                asset.id().value(),
                asset.name(),
                asset.equipmentClass().code(),
                asset.path(),
                asset.criticality(),
                standing.condition().name().toLowerCase(Locale.ROOT),
                standing.urgency(),
                standing.headline(),
                Double.isNaN(standing.score()) ? null : standing.score(),
                standing.lastSeen().orElse(null),
                standing.alarm()
                        .map(alarm -> new OpenAlarm(
                                alarm.id().toString(),
                                alarm.state().code(),
                                alarm.priority().code()))
                        .orElse(null),
                standing.advice().flatMap(PlantController::deadline).orElse(null),
                standing.vibration().map(severity -> severity.zone().name()).orElse(null));
    }

    private static Optional<Deadline> deadline(Advice advice) {
        return advice.actBy()
                .map(actBy -> new Deadline(actBy, Urgency.of(advice).code()));
    }
}
