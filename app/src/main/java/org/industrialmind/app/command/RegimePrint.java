package org.industrialmind.app.command;

import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.industrialmind.learning.regime.RegimeSurvey;
import org.industrialmind.learning.regime.RunState;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.signal.AssetId;

/** Shows how one machine was run. */
final class RegimePrint {
    private static final double SECONDS_AN_HOUR = 3600;

    private final AssetId asset;
    private final RegimeSurvey survey;

    RegimePrint(AssetId asset, RegimeSurvey survey) {
        this.asset = asset;
        this.survey = survey;
    }

    void to(Progress progress) {
        progress.line("");
        progress.line(
                "%s: running %s h, on its way %s h, stopped %s h, unknown %s h; starts %d",
                asset.value(),
                hours(RunState.RUNNING),
                hours(RunState.STARTING, RunState.CHANGING, RunState.STOPPING),
                hours(RunState.STOPPED),
                hours(RunState.UNKNOWN),
                survey.history().starts());
        int all = survey.regimes().stream()
                        .mapToInt(RegimeSurvey.Found::windows)
                        .sum()
                + survey.outside().values().stream().mapToInt(count -> count).sum();
        for (RegimeSurvey.Found regime : survey.regimes()) {
            progress.line("  %5.1f %%  %s", 100.0 * regime.windows() / all, settings(regime));
        }
        new TreeMap<>(survey.outside())
                .forEach((reason, count) -> progress.line(
                        "  %5.1f %%  not judged: %s",
                        100.0 * count / all,
                        reason.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    private static String settings(RegimeSurvey.Found regime) {
        return regime.settings().isEmpty()
                ? "as it always runs: it has no drive"
                : regime.settings().entrySet().stream()
                        .map(setting -> String.format(Locale.ROOT, "%s %.4g", setting.getKey(), setting.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private String hours(RunState... states) {
        double seconds = 0;
        for (RunState state : states) {
            seconds += survey.history().time(state).toSeconds();
        }
        return String.format(Locale.ROOT, "%.1f", seconds / SECONDS_AN_HOUR);
    }
}
