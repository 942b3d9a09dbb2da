package org.industrialmind.app.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.industrialmind.app.life.LifeMethod;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedModel;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;

/**
 * Measures forecasts of remaining life on a public set: an ensemble whose weights and intervals come from held-out training
 * units, and each of its members beside it.
 *
 * @param subsets parts of the set to report on; empty where it has none
 * @param folder with the data, where the set needs one
 */
public record LifeEvaluation(
        LifeDataSet set, List<String> subsets, Path folder, List<LifeMethod> methods, List<Long> seeds, Path out) {
    public LifeEvaluation {
        subsets = List.copyOf(subsets);
        methods = List.copyOf(methods);
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty() || methods.isEmpty()) {
            throw new IllegalArgumentException(
                    seeds.size() + " seeds and " + methods.size() + " methods: expected at least one of each");
        }
    }

    /** Measures, prints the table and writes the report; returns whether all checks hold. */
    public boolean run(Progress progress) throws IOException {
        Instant started = Instant.now();
        LifeTable table = new LifeTable(set);
        for (long seed : seeds) {
            List<LifeStudy> studies = set.studies(folder, subsets, seed);
            tell(studies, seed, progress);
            measured(studies, seed, progress).forEach((place, results) -> {
                Map<String, Double> values = results.values();
                table.add(place, values);
                if (place.method().equals(LifeMethod.ENSEMBLE)) {
                    tell(place, values, progress);
                }
            });
        }
        table.print(progress);
        Report report =
                new Report("evaluate rul", started).data("name", set.code()).data("subset", String.join(",", subsets));
        if (set.needsFolder()) {
            report.data("sha256", Fingerprint.of(files()));
        }
        seeds.forEach(report::seed);
        table.into(report);
        report.checks()
                .forEach(check -> progress.line(
                        "  %-24s %8.3f  needed %s: %s",
                        check.name(), check.measured(), check.needed(), check.ok() ? "met" : "missed"));
        progress.say("report: %s", report.write(out, Instant.now()));
        return report.allChecksHold();
    }

    private static void tell(LifeTable.Place place, Map<String, Double> values, Progress progress) {
        progress.say(
                "%s: RMSE %.2f capped, %.2f true, %.3f of lives inside the interval",
                place.part(),
                values.getOrDefault("rmse_capped", Double.NaN),
                values.getOrDefault("rmse_true", Double.NaN),
                values.getOrDefault("coverage_90", Double.NaN));
    }

    private static void tell(List<LifeStudy> studies, long seed, Progress progress) {
        LifeStudy first = studies.getFirst();
        double longest = first.question().longest();
        progress.say(
                "seed %d: %d training%s on %d units%s%s",
                seed,
                studies.size(),
                studies.size() == 1 ? "" : "s",
                first.training().size(),
                studies.size() == 1 ? "" : " each, one after the other",
                Double.isFinite(longest)
                        ? String.format(
                                ", from their last %.0f %ss",
                                longest, first.training().schema().lifeUnit())
                        : "");
    }

    private Map<LifeTable.Place, LifeResults> measured(List<LifeStudy> studies, long seed, Progress progress) {
        Map<LifeTable.Place, LifeResults> results = new LinkedHashMap<>();
        for (LifeStudy study : studies) {
            CrossFittedModel model =
                    LifeMethod.ensemble(methods, study.question()).train(study.training(), seed);
            progress.say("%s: weights %s", study.training().schema().fleet(), weights(model));
            judge(results, study, LifeMethod.ENSEMBLE, model);
            List<CrossFittedModel> alone = model.alone();
            for (int m = 0; m < methods.size(); m++) {
                judge(results, study, methods.get(m).code(), alone.get(m));
            }
        }
        return results;
    }

    private String weights(CrossFittedModel model) {
        return IntStream.range(0, methods.size())
                .filter(m -> model.weights().get(m) > 0)
                .mapToObj(m -> String.format(
                        Locale.ROOT,
                        "%s %.2f",
                        methods.get(m).code(),
                        model.weights().get(m)))
                .collect(Collectors.joining(", "));
    }

    private void judge(
            Map<LifeTable.Place, LifeResults> results, LifeStudy study, String method, CrossFittedModel model) {
        List<Judged> heldOut = model.heldOut();
        for (LifeStudy.Part part : study.parts()) {
            RemainingLifeModel adapted = model.adaptedTo(part.asked(), part::hasTraining);
            RemainingLifeModel anyMoment =
                    model.adaptedTo(List.of(), part::hasTraining); // knows not where runs were cut
            List<Judged> scored = Judged.by(adapted, part.scored());
            List<Judged> course = Judged.by(anyMoment, part.course());
            List<Judged> whole = part.units().isEmpty()
                    ? course
                    : heldOut.stream()
                            .filter(one -> part.hasTraining(one.unit()))
                            .toList();
            for (String name : part.places()) {
                LifeResults known =
                        results.computeIfAbsent(new LifeTable.Place(name, method), place -> new LifeResults(set));
                known.add(scored, course, whole);
                known.adapt(heldOut);
                known.nameModes(model, part.scored());
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
        }
    }
}
