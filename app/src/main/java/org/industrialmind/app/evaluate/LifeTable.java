package org.industrialmind.app.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.industrialmind.foundations.statistics.Moments;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;

/** What was measured of each method on each part, once for each seed. */
final class LifeTable {
    private static final List<String> SHOWN = List.of(
            "rmse_capped",
            "rmse_true",
            "nasa_capped",
            "rmse_all_cycles",
            "coverage_90",
            "coverage_90_end_of_life",
            "width_90",
            "decision_cost_ratio");

    /** A method on a part. */
    record Place(String part, String method) {}

    private final Map<Place, Map<String, List<Double>>> values = new LinkedHashMap<>();

    void add(Place place, Map<String, Double> measured) {
        Map<String, List<Double>> known = values.computeIfAbsent(place, added -> new LinkedHashMap<>());
        measured.forEach((name, value) ->
                known.computeIfAbsent(name, added -> new ArrayList<>()).add(value));
    }

    /** Prints a row for each method, as mean and deviation over the seeds. */
    void print(Progress progress) {
        for (String part : parts()) {
            progress.line("");
            progress.line("%s, mean and deviation over seeds", part);
            progress.line(
                    "%-14s%s", "", cells(SHOWN.stream().map(LifeTable::heading).toList()));
            values.forEach((place, measured) -> {
                if (place.part().equals(part)) {
                    progress.line(
                            "%-14s%s",
                            place.method(),
                            cells(SHOWN.stream()
                                    .map(name -> cell(measured.getOrDefault(name, List.of())))
                                    .toList()));
                }
            });
        }
        progress.line("");
    }

    private static String heading(String name) {
        return name.replace("coverage_90_end_of_life", "coverage_eol").replace("decision_cost_ratio", "cost_ratio");
    }

    private static String cells(List<String> cells) {
        return String.join(
                "", cells.stream().map(cell -> String.format("%17s", cell)).toList());
    }

    private static String cell(List<Double> measured) {
        double[] finite = finite(measured);
        if (finite.length == 0) {
            return "-";
        }
        Moments moments = Moments.of(finite);
        double deviation = moments.count() < 2 ? 0 : moments.deviation();
        return String.format(Locale.ROOT, "%.3f %.3f", moments.mean(), deviation);
    }

    /** Fills metrics with the ensemble of the first part, baselines with its members, and every part as an item. */
    void into(Report report) {
        List<String> parts = parts();
        values.forEach((place, measured) -> {
            Map<String, Double> means = new LinkedHashMap<>();
            measured.forEach((name, numbers) -> means.put(name, mean(numbers)));
            boolean ensemble = place.method().equals("ensemble");
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
