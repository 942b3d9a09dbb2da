package org.industrialmind.serving.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.industrialmind.advisor.alarm.AlarmDesk;
import org.industrialmind.advisor.condition.ConditionBoard;
import org.industrialmind.serving.platform.AssetDirectory;
import org.industrialmind.serving.web.Problem;
import org.industrialmind.serving.web.Times;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.Asset;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.PlantPath;
import org.industrialmind.signal.Quality;
import org.industrialmind.telemetry.store.SampleStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The machines: what they are, what they measure, and what was made of it. */
@RestController
@RequestMapping("/api/v1/assets")
@Tag(name = "Assets", description = "Machines, their readings, assessments and episodes")
public class AssetController {
    private static final Duration DEFAULT_SPAN = Duration.ofHours(1);
    private static final int MOST_CHANNELS = 32;
    private static final int MOST_ROWS = 10_000;

    private final AssetDirectory directory;
    private final SampleStore store;
    private final AlarmDesk desk;
    private final ConditionBoard board;
    private final InstantSource clock;

    AssetController(
            AssetDirectory directory, SampleStore store, AlarmDesk desk, ConditionBoard board, InstantSource clock) {
        this.directory = directory;
        this.store = store;
        this.desk = desk;
        this.board = board;
        this.clock = clock;
    }

    /** A machine with what is known of it right now. */
    public record AssetView(
            String id,
            String name,
            String equipmentClass,
            PlantPath path,
            int criticality,
            String period,
            List<ChannelView> channels,
            String condition,
            String headline,
            @Nullable Double score,
            @Nullable Instant lastSeen,
            @Nullable ModelRef model,
            AssetBody.@Nullable InstallationBody installation,
            @Nullable VibrationView vibration) {}

    /** The newest row of a machine. */
    public record LatestView(@Nullable Instant time, Map<String, ValueView> values) {}

    /** One value; a missing one is null. */
    public record ValueView(@Nullable Double value, String quality, String reason) {}

    /** Condensed trends; points are [epoch milliseconds, minimum, maximum, mean]. */
    public record SeriesView(Instant from, Instant to, List<ChannelSeries> series) {}

    /** The trend of one channel. */
    public record ChannelSeries(String channel, String unit, List<double[]> points) {}

    /** One assessment. */
    public record AssessmentView(
            Instant windowEnd,
            String kind,
            @Nullable Double score,
            @Nullable String reason,
            @Nullable ModelRef model,
            List<Contribution> contributions,
            @Nullable String suspect) {}

    @PutMapping("/{id}")
    @Operation(
            summary = "Adds a machine, or changes what is said of it",
            description = "Its class is one that /api/v1/classes knows: that says which channels are measured, and the"
                    + " class's model judges it. Then deliver its readings to /api/v1/ingest/lines.")
    AssetView add(@PathVariable String id, @RequestBody AssetBody said) {
        Asset asset = said.asset(id);
        directory
                .find(asset.id())
                .filter(known -> !known.equipmentClass().equals(asset.equipmentClass()))
                .ifPresent(known -> {
                    throw new Problem(
                            HttpStatus.CONFLICT,
                            asset.id() + " is a " + known.equipmentClass() + " already",
                            "give the other machine another tag");
                });
        if (directory.schemaOf(asset.equipmentClass()).isEmpty()) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "the plant has no " + asset.equipmentClass() + " yet, so nobody has said what is measured on one",
                    "say it with PUT /api/v1/classes/" + asset.equipmentClass()
                            + ", or use one of those that GET /api/v1/classes shows");
        }
        directory.add(asset);
        return one(id);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Returns one machine with its channels and present condition")
    AssetView one(@PathVariable String id) {
        Asset asset = asset(id);
        FrameSchema schema = schema(asset);
        ConditionBoard.Standing standing =
                board.standing(asset, desk.openOf(asset.id()), Optional.empty()); // advice ranks, and is shown beside
        return new AssetView(
                asset.id().value(),
                asset.name(),
                asset.equipmentClass().code(),
                asset.path(),
                asset.criticality(),
                schema.period().toString(),
                schema.channels().stream().map(ChannelView::of).toList(),
                lower(standing.condition()),
                standing.headline(),
                Double.isNaN(standing.score()) ? null : standing.score(),
                standing.lastSeen().orElse(null),
                standing.assessment().flatMap(AssetController::model).orElse(null),
                asset.installation().map(AssetBody.InstallationBody::of).orElse(null),
                standing.vibration().map(VibrationView::of).orElse(null));
    }

    @GetMapping("/{id}/latest")
    @Operation(summary = "Returns the newest reading of every channel")
    LatestView latest(@PathVariable String id) {
        Asset asset = asset(id);
        FrameSchema schema = schema(asset);
        Optional<Frame> newest = store.latest(asset.id(), schema);
        if (newest.isEmpty()) {
            return new LatestView(null, Map.of());
        }
        Frame frame = newest.get();
        Map<String, ValueView> values = new LinkedHashMap<>();
        for (int c = 0; c < schema.width(); c++) {
            double value = frame.value(0, c);
            Quality quality = frame.quality(0, c);
            values.put(
                    schema.channel(c).name(),
                    new ValueView(
                            Double.isNaN(value) ? null : value, lower(quality.severity()), lower(quality.reason())));
        }
        return new LatestView(Times.instant(frame.time(0)), values);
    }

    @GetMapping("/{id}/series")
    @Operation(summary = "Returns trends, condensed to minimum, maximum and mean of equal stretches of time")
    SeriesView series(
            @PathVariable String id,
            @RequestParam List<String> channel,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            @RequestParam(defaultValue = "300") int buckets) {
        Asset asset = asset(id);
        FrameSchema schema = schema(asset);
        if (channel.size() > MOST_CHANNELS) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    channel.size() + " channels were asked for at once",
                    "ask for at most " + MOST_CHANNELS);
        }
        Instant end = to.orElseGet(clock::instant);
        Instant start = from.orElseGet(() -> end.minus(DEFAULT_SPAN));
        Times.requireSpan(start, end);
        List<ChannelSeries> series = channel.stream()
                .map(name -> new ChannelSeries(
                        name,
                        schema.channel(position(schema, name)).unit().ucum(),
                        points(store.condensed(
                                asset.id(),
                                schema,
                                name,
                                Times.nanos(start),
                                Times.nanos(end),
                                Math.clamp(buckets, 1, MOST_ROWS)))))
                .toList();
        return new SeriesView(start, end, series);
    }

    @GetMapping("/{id}/assessments")
    @Operation(summary = "Returns what was made of the machine's windows, in order of time")
    List<AssessmentView> assessments(
            @PathVariable String id,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            @RequestParam(defaultValue = "1000") int limit) {
        Asset asset = asset(id);
        Instant end = to.orElseGet(clock::instant);
        Instant start = from.orElseGet(() -> end.minus(DEFAULT_SPAN));
        Times.requireSpan(start, end);
        return store
                .assessments(asset.id(), Times.nanos(start), Times.nanos(end), Math.clamp(limit, 1, MOST_ROWS))
                .stream()
                .map(AssetController::shown)
                .toList();
    }

    @GetMapping("/{id}/episodes")
    @Operation(summary = "Returns the machine's episodes, newest first")
    List<EpisodeView> episodes(@PathVariable String id, @RequestParam(defaultValue = "50") int limit) {
        return desk.episodes(asset(id).id(), Math.clamp(limit, 1, 1000)).stream()
                .map(EpisodeView::of)
                .toList();
    }

    private static List<double[]> points(List<SampleStore.Bucket> buckets) {
        return buckets.stream()
                .map(b -> new double[] {b.start().toEpochMilli(), b.min(), b.max(), b.mean()})
                .toList();
    }

    private static int position(FrameSchema schema, String channel) {
        return schema.indexOf(channel)
                .orElseThrow(() -> new Problem(
                        HttpStatus.BAD_REQUEST,
                        "there is no channel '" + channel + "' on this machine",
                        "use one of "
                                + schema.channels().stream().map(Channel::name).toList()));
    }

    private static AssessmentView shown(Assessment assessment) {
        Instant end = Times.instant(assessment.windowEndNanos());
        return switch (assessment) {
            case Assessment.Normal it ->
                new AssessmentView(end, "normal", it.score(), null, it.model(), List.of(), null);
            case Assessment.Abnormal it ->
                new AssessmentView(
                        end, "abnormal", it.score(), null, it.model(), it.contributions(), lower(it.suspect()));
            case Assessment.NotAssessable it ->
                new AssessmentView(end, "notAssessable", null, lower(it.reason()), null, List.of(), null);
        };
    }

    private static Optional<ModelRef> model(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Normal it -> Optional.of(it.model());
            case Assessment.Abnormal it -> Optional.of(it.model());
            case Assessment.NotAssessable it -> Optional.empty();
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Asset asset(String id) {
        return directory
                .find(new AssetId(id))
                .orElseThrow(() -> Problem.notFound("there is no asset '" + id + "'", "GET /api/v1/plant lists them"));
    }

    private FrameSchema schema(Asset asset) {
        return directory
                .schema(asset.id())
                .orElseThrow(() -> Problem.notFound(
                        "nothing is measured on " + asset.id() + " yet", "deliver readings of it first"));
    }
}
