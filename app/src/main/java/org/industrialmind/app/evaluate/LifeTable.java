package org.industrialmind.app.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.industrialmind.app.life.LifeMethod;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;

/** What was measured of each method on each part, once for each seed. */
final class LifeTable {
    /**
     * A column as people see it.
     *
     * @param above first line of its heading
     * @param below second line; {@code %s} stands for the cap or the end of life
     */
    private record Column(String name, String above, String below, int digits) {}

    private static final String COST = "decision_cost_ratio";
    private static final List<Column> ERRORS = List.of(
            new Column("rmse_capped", "RMSE", "up to %s", 2),
            new Column("rmse_true", "RMSE", "true lives", 2),
            new Column("rmse_all_cycles", "RMSE", "all along", 2),
            new Column("nasa_capped", "NASA", "score", 0),
            new Column("alpha_lambda_half_life", "right at", "half life", 2),
            new Column("prognostic_horizon", "right for", "good from", 1));
    private static final List<Column> PROMISES = List.of(
            new Column("coverage_90", "inside", "the interval", 3),
            new Column("coverage_90_end_of_life", "inside,", "last %s", 3),
            new Column("coverage_90_adaptive", "inside,", "adapting", 3),
            new Column("width_90", "width of", "the interval", 1),
            new Column(COST, "cost against", "best age", 2),
            new Column("mode_accuracy", "names", "the mode", 2));

    /** A method on a part. */
    record Place(String part, String method) {}

    private final LifeDataSet set;
    private final Map<Place, Map<String, List<Double>>> values = new LinkedHashMap<>();

    LifeTable(LifeDataSet set) {
        this.set = set;
    }

    void add(Place place, Map<String, Double> measured) {
        Map<String, List<Double>> known = values.computeIfAbsent(place, added -> new LinkedHashMap<>());
        measured.forEach((name, value) ->
                known.computeIfAbsent(name, added -> new ArrayList<>()).add(value));
    }

    /** Prints two tables for each part, with a row for each method, and what their columns mean. */
    void print(Progress progress) {
        for (String part : parts()) {
            progress.line("");
            progress.line("%s, how far off, in %ss (mean and deviation over seeds)", part, set.lifeUnit());
            print(progress, part, measured(part, ERRORS), horizon());
            progress.line("");
            progress.line("%s, what its 90 %% interval and its decisions are worth", part);
            List<Column> promises = measured(part, PROMISES);
            print(progress, part, promises, text(set.endOfLife()));
            progress.line(
                    "  %-12s%s",
                    "perfect", row(promises, column -> column.name().equals(COST) ? perfect(part) : ""));
        }
        progress.line("");
        progress.line("  %-20s longer lives count as %s", "up to " + horizon(), horizon());
        progress.line("  all along            at moments along the whole run, up to %s", horizon());
        progress.line(
                "  right at half life   share of units whose forecast at half their life is within 20 % of the life"
                        + " left");
        progress.line(
                "  right for good from  so long before the failure on, forecasts stay within 10 % of the whole life");
        progress.line("  adapting             each life, once it is over, moves the interval for the next unit");
        progress.line(
                "  cost against best age  a failure costs 10 planned replacements; 1 is the best fixed age, chosen with"
                        + " hindsight");
        progress.line("");
    }

    /** Returns the columns that have a number in some row. */
    private List<Column> measured(String part, List<Column> columns) {
        return columns.stream()
                .filter(column -> values.entrySet().stream()
                        .filter(entry -> entry.getKey().part().equals(part))
                        .anyMatch(entry -> finite(entry.getValue().getOrDefault(column.name(), List.of())).length > 0))
                .toList();
    }

    private void print(Progress progress, String part, List<Column> columns, String number) {
        progress.line("  %-12s%s", "", row(columns, Column::above));
        progress.line("  %-12s%s", "", row(columns, column -> String.format(column.below(), number)));
        values.forEach((place, measured) -> {
            if (place.part().equals(part)) {
                progress.line(
                        "  %-12s%s",
                        place.method(),
                        row(columns, column -> cell(measured.getOrDefault(column.name(), List.of()), column.digits())));
            }
        });
    }

    private static String row(List<Column> columns, Function<Column, String> text) {
        return columns.stream()
                .map(text)
                .map(cell -> String.format("%15s", cell))
                .collect(Collectors.joining());
    }

    private static String cell(List<Double> measured, int digits) {
        double[] finite = finite(measured);
        if (finite.length == 0) {
            return "-";
        }
        Moments moments = Moments.of(finite);
        String mean = String.format(Locale.ROOT, "%." + digits + "f", moments.mean());
        return moments.count() < 2
                ? mean
                : mean + String.format(Locale.ROOT, " ±%." + digits + "f", moments.deviation());
    }

    private String perfect(String part) {
        Map<String, List<Double>> any = values.entrySet().stream()
                .filter(entry -> entry.getKey().part().equals(part))
                .findFirst()
                .orElseThrow()
                .getValue();
        return cell(any.getOrDefault(COST + "_perfect", List.of()), 2);
    }

    private String horizon() {
        return text(set.question().horizon());
    }

    private static String text(double number) {
        return number == Math.rint(number) ? Integer.toString((int) number) : Double.toString(number);
    }

    /** Fills metrics with the ensemble of the first part, baselines with its members, and every part as an item. */
    void into(Report report) {
        List<String> parts = parts();
        values.forEach((place, measured) -> {
            Map<String, Double> means = new LinkedHashMap<>();
            measured.forEach((name, numbers) -> means.put(name, mean(numbers)));
            boolean ensemble = place.method().equals(LifeMethod.ENSEMBLE);
            if (place.part().equals(parts.getFirst())) {
                if (ensemble) {
                    measured.forEach((name, numbers) -> report.metric(name, finite(numbers)));
                } else {
                    means.forEach((name, mean) -> report.baseline(place.method(), name, mean));
                }
            }
            report.item(place.part() + " " + place.method(), means);
            if (ensemble) {
                checks(place.part(), means, report);
            }
        });
    }

    private static void checks(String part, Map<String, Double> means, Report report) {
        double[] bars = LifeDataSet.BARS.get(part);
        if (bars != null) {
            atMost(report, part, "rmse_capped", means, bars[0]);
            atMost(report, part, "rmse_true", means, bars[1]);
            double coverage = means.getOrDefault("coverage_90", Double.NaN);
            report.check(part + " coverage_90", coverage >= 0.88 && coverage <= 0.92, coverage, "0.88 to 0.92");
        }
    }

    private static void atMost(Report report, String part, String name, Map<String, Double> means, double bar) {
        double measured = means.getOrDefault(name, Double.NaN);
        report.check(part + " " + name, measured <= bar, measured, "at most " + bar);
    }

    private List<String> parts() {
        return values.keySet().stream().map(Place::part).distinct().toList();
    }

    private static double mean(List<Double> numbers) {
        double[] finite = finite(numbers);
        return finite.length == 0 ? Double.NaN : Moments.of(finite).mean();
    }

    private static double[] finite(List<Double> numbers) {
        return numbers.stream().mapToDouble(x -> x).filter(Double::isFinite).toArray();
    }
}
