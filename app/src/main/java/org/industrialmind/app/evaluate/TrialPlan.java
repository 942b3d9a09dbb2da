package org.industrialmind.app.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.industrialmind.learning.report.Report;

/**
 * What is to be tried: a data set, what of it is normal, and how it is judged.
 *
 * @param normal the part that is known to be normal, or empty for what is usual with that data set
 * @param without the channels that are left out, or empty for what is usual with that data set
 */
public record TrialPlan(
        DataSet set, Path from, Optional<NormalPart> normal, Optional<Set<String>> without, JudgingSettings settings) {
    /** Reads and parts all files. */
    public List<Trial> trials() {
        return set.read(from, leftOut()).stream()
                .map(recording -> Trial.of(recording, normalPart(), settings))
                .toList();
    }

    /** Returns the names of the channels that are left out. */
    public Set<String> leftOut() {
        return new TreeSet<>(without.orElseGet(set::usuallyWithout));
    }

    public NormalPart normalPart() {
        return normal.orElseGet(set::usualNormalPart);
    }

    /** Notes data and settings in a report. */
    public void describe(Report report) {
        List<Path> files = set.files(from);
        report.seed(settings.seed())
                .data("name", set.code())
                .data("files", files.size())
                .data("sha256", Fingerprint.of(files))
                .data("normal_part", normalPart().toString())
                .data("left_out", leftOut())
                .data("detector", settings.detector().code())
                .data("window_rows", settings.windowLength())
                .data("stride_rows", settings.stride())
                .data("false_alarm_budget", settings.budget().toString());
    }
}
