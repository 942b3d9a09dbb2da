package org.industrialmind.app.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.industrialmind.learning.prognosis.Judged;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedModel;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedTrainer;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;

/**
 * Measures forecasts of remaining life on a public set: an ensemble whose weights and intervals come from held-out training
 * units, and each of its members beside it.
 *
 * @param subsets parts of the set to report on; empty where it has none
 * @param seeds how many: 1, 2 and so on
 */
public record LifeEvaluation(
        LifeDataSet set, List<String> subsets, Path folder, List<LifeMethod> methods, int seeds, Path out) {
    private static final String ENSEMBLE = "ensemble";
    private static final int FOLDS = 5;

    public LifeEvaluation {
        subsets = List.copyOf(subsets);
        methods = List.copyOf(methods);
        if (seeds < 1 || methods.isEmpty()) {
            throw new IllegalArgumentException(
                    seeds + " seeds and " + methods.size() + " methods: expected at least one of each");
        }
    }

    /** Measures, prints the table and writes the report; returns whether all checks hold. */
    public boolean run(Progress progress) throws IOException {
        Instant started = Instant.now();
        List<LifeStudy> studies = set.studies(folder, subsets);
        for (LifeStudy study : studies) {
            progress.say(
                    "learns from %d units, asks about %s, no life left beyond %.0f",
                    study.training().size(),
                    study.parts().stream().map(LifeStudy.Part::name).toList(),
                    study.question().longest());
        }
        LifeTable table = new LifeTable();
        for (long seed = 1; seed <= seeds; seed++) {
            measured(studies, seed, progress).forEach((place, results) -> table.add(place, results.values()));
            progress.say("seed %d of %d done", seed, seeds);
        }
        table.print(progress);
        Report report = new Report("evaluate rul", started)
                .data("name", set.code())
                .data("subset", String.join(",", subsets))
                .data("sha256", Fingerprint.of(files()));
        LongStream.rangeClosed(1, seeds).forEach(report::seed);
        table.into(report);
        progress.say("report: %s", report.write(out, Instant.now()));
        return report.allChecksHold();
    }

    private Map<LifeTable.Place, LifeResults> measured(List<LifeStudy> studies, long seed, Progress progress) {
        Map<LifeTable.Place, LifeResults> results = new LinkedHashMap<>();
        for (LifeStudy study : studies) {
            List<RemainingLifeTrainer> members = methods.stream()
                    .map(method -> method.trainer(study.question()))
                    .toList();
            CrossFittedModel model = new CrossFittedTrainer(ENSEMBLE, members, FOLDS).train(study.training(), seed);
            progress.say(
                    "weights of %s: %s", methods.stream().map(LifeMethod::code).toList(), model.weights());
            judge(results, study, ENSEMBLE, model);
            for (int m = 0; m < methods.size(); m++) {
                judge(results, study, methods.get(m).code(), model.alone().get(m));
            }
        }
        return results;
    }

    private void judge(
            Map<LifeTable.Place, LifeResults> results, LifeStudy study, String method, CrossFittedModel model) {
        List<Judged> heldOut =
                study.parts().stream().allMatch(part -> part.units().isEmpty()) ? List.of() : model.heldOut();
        for (LifeStudy.Part part : study.parts()) {
            CrossFittedModel adapted = model.adaptedTo(part.asked());
            List<Judged> course = Judged.by(adapted, part.course());
            List<Judged> whole = part.units().isEmpty()
                    ? course
                    : heldOut.stream()
                            .filter(one -> part.hasTraining(one.cut().run()))
                            .toList();
            results.computeIfAbsent(new LifeTable.Place(part.name(), method), place -> new LifeResults(set))
                    .add(Judged.by(adapted, part.scored()), course, whole);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
        }
    }
}
