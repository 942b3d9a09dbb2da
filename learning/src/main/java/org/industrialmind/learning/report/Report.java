package org.industrialmind.learning.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.learning.CodeVersion;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collects what a command measured and writes it as one JSON file whose names people and scripts rely on.
 *
 * <p>Metric names carry their unit ({@code servers_ready_s}); fractions are in [0, 1]. A metric that could not be measured
 * is absent rather than zero.
 */
public final class Report {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String command;
    private final Instant started;
    private final List<Long> seeds = new ArrayList<>();
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final Map<String, Object> metrics = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> baselines = new LinkedHashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();

    /** A part of the measured whole, such as one file of a data set. */
    public record Item(String name, Map<String, Object> metrics) {}

    /** Something the command promises, and whether it held. */
    public record Check(String name, boolean ok, Object measured, String needed) {}

    public Report(String command, Instant started) {
        this.command = command;
        this.started = started;
    }

    public Report seed(long seed) {
        seeds.add(seed);
        return this;
    }

    /** Describes the data that was used: {@code name}, {@code subset}, {@code sha256}. */
    public Report data(String key, Object value) {
        data.put(key, value);
        return this;
    }

    /** Notes a measured number; one that is not finite was not measured and stays out. */
    public Report metric(String name, double value) {
        if (Double.isFinite(value)) {
            metrics.put(name, plain(value));
        }
        return this;
    }

    /** Notes a number that was measured once for each seed, as mean, standard deviation and count. */
    public Report metric(String name, double[] values) {
        if (values.length > 0 && Arrays.stream(values).allMatch(Double::isFinite)) {
            Moments moments = Moments.of(values);
            Map<String, Object> spread = new LinkedHashMap<>();
            spread.put("mean", plain(moments.mean()));
            spread.put("sd", plain(values.length < 2 ? 0 : moments.deviation()));
            spread.put("n", values.length);
            metrics.put(name, spread);
        }
        return this;
    }

    public Report baseline(String baseline, String metric, double value) {
        if (Double.isFinite(value)) {
            baselines.computeIfAbsent(baseline, name -> new LinkedHashMap<>()).put(metric, plain(value));
        }
        return this;
    }

    public Report item(String name, Map<String, Double> measured) {
        Map<String, Object> finite = new LinkedHashMap<>();
        measured.forEach((key, value) -> {
            if (Double.isFinite(value)) {
                finite.put(key, plain(value));
            }
        });
        items.add(new Item(name, finite));
        return this;
    }

    public Report check(String name, boolean ok, Object measured, String needed) {
        checks.add(new Check(name, ok, measured, needed));
        return this;
    }

    public List<Check> checks() {
        return List.copyOf(checks);
    }

    public boolean allChecksHold() {
        return checks.stream().allMatch(Check::ok);
    }

    /** Returns the report as the JSON text that {@link #write} writes. */
    public String toJson(Instant now) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("command", command);
        root.put("version", CodeVersion.current());
        root.put("revision", Revision.current());
        root.put("machine", Machine.description());
        root.put("started", started.toString());
        root.put("seconds", plain(Duration.between(started, now).toMillis() / 1000.0));
        root.put("seeds", seeds);
        root.put("data", data);
        root.put("metrics", metrics);
        root.put("baselines", baselines);
        root.put("items", items);
        root.put("checks", checks);
        return JSON.writeValueAsString(root);
    }

    /**
     * Writes the report.
     *
     * @param out the JSON file itself, or a folder that gets a {@code report.json}
     * @return the file written
     */
    public Path write(Path out, Instant now) throws IOException {
        Path file = out.toString().endsWith(".json") ? out : out.resolve("report.json");
        if (file.toAbsolutePath().getParent() instanceof Path folder) {
            Files.createDirectories(folder);
        }
        return Files.writeString(file, toJson(now) + System.lineSeparator());
    }

    /** Whole numbers are written without a fraction: a reader should see 36000, not 36000.0. */
    private static Object plain(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? (Object) (long) value : (Object) value;
    }
}
