package org.industrialmind.app.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NavigableMap;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.EpisodeRule;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.evaluation.DetectionMetrics;
import org.industrialmind.learning.report.Progress;
import org.industrialmind.learning.report.Report;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.scoring.StoredWindows;

/** Tries a detector on recorded data without any server: the same windows, training and judgement as in a replay. */
public final class OfflineEvaluation {
    private static final int BLOCK_ROWS = 60;

    private final TrialPlan plan;
    private final Path out;
    private final Progress progress;

    public OfflineEvaluation(TrialPlan plan, Path out, Progress progress) {
        this.plan = plan;
        this.out = out;
        this.progress = progress;
    }

    /** Runs, writes the report, and returns whether its checks hold. */
    public boolean run() throws IOException {
        Report report = new Report("evaluate anomaly", Instant.now());
        List<Trial> trials = plan.trials();
        plan.describe(report);
        progress.say(
                "Training and trying %s on %d files ...",
                plan.settings().detector().code(), trials.size());
        PooledResult result = new PooledResult(trials.stream().map(this::judge).toList(), plan.settings());
        ResultPrint print = new ResultPrint(result);
        print.into(report);
        print.to(progress, plan.settings().detector().code());
        Path file = report.write(out, Instant.now());
        progress.say("Report: %s", file);
        return report.allChecksHold();
    }

    TrialResult judge(Trial trial) {
        JudgingSettings settings = plan.settings();
        Recording recording = trial.recording();
        // the normal part is cut on its own, as it lies in the store when a replay learns from it
        List<Window> normal = windows(recording, trial.normalRows());
        List<Window> test = windows(recording, recording.rows()).stream()
                .filter(window -> window.endNanos() > trial.testFromNanos())
                .toList();
        String source = recording.name() + ", its first " + trial.normalRows() + " rows";
        AnomalyDetector detector =
                settings.trainer(InstantSource.system()).train(new WindowSet(source, normal), settings.seed());
        NavigableMap<Long, Double> scores = RowScores.collector();
        NavigableMap<Long, Double> judged = RowScores.collector(); // the desk does not hear of the others
        List<Verdict> verdicts = detector.judge(test);
        for (int i = 0; i < verdicts.size(); i++) {
            long end = test.get(i).endNanos();
            scores.put(end, RowScores.score(verdicts.get(i)));
            if (verdicts.get(i) instanceof Verdict.Scored scored) {
                judged.put(end, scored.score());
            }
        }
        List<DetectionMetrics.Span> episodes = TrialResult.episodes(trial, judged, EpisodeRule.defaults());
        return TrialResult.of(trial, scores, episodes, settings.stride());
    }

    private List<Window> windows(Recording recording, int rows) {
        JudgingSettings settings = plan.settings();
        return StoredWindows.cut(
                recording.id(),
                recording.schema(),
                recording.frames(0, rows, BLOCK_ROWS),
                settings.windowLength(),
                settings.stride());
    }
}
