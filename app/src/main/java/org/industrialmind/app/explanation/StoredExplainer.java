package org.industrialmind.app.explanation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.app.scoring.ChampionScorer;
import org.industrialmind.app.scoring.ChampionScorer.Champion;
import org.industrialmind.app.training.History;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.explanation.MinimalCorrection;
import org.industrialmind.learning.explanation.Reference;
import org.industrialmind.learning.explanation.ShapleyShares;
import org.industrialmind.serving.explanation.Explainer;
import org.industrialmind.serving.explanation.Explanation;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Window;
import org.industrialmind.telemetry.scoring.WindowCutter;
import org.industrialmind.telemetry.store.SampleStore;

/**
 * Explains windows as they are stored by the champion that judges the machine now. What is normal it looks up in the
 * machine's own past: windows before the one explained that the same model calls normal, those that ran most like it.
 */
public final class StoredExplainer implements Explainer {
    /** How far back is looked for normal windows; further only while there are too few, as in a long episode. */
    private static final List<Duration> PAST = List.of(Duration.ofHours(2), Duration.ofHours(12), Duration.ofDays(3));

    private static final int LOOKED_AT = 400; // windows of each past: a tenth of a second's judgement
    private static final int ENOUGH = 30; // normal windows: their medians stand within a fifth of a deviation
    private static final long SEED = 20_261; // the same question gets the same answer

    private final History history;
    private final ChampionScorer scorer;

    public StoredExplainer(SampleStore store, ChampionScorer scorer) {
        this.history = new History(store);
        this.scorer = scorer;
    }

    @Override
    public Explanation explain(AssetId asset, FrameSchema schema, long windowEndNanos) {
        Champion champion = scorer.championOf(schema.equipmentClass(), asset)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no model judges " + asset + " yet; next: train one, or wait for the first"));
        AnomalyDetector detector = champion.detector();
        Window window = window(asset, schema, windowEndNanos, detector.windowLength());
        double score = score(detector, window);
        List<Window> normal = LikeWindows.nearest(window, past(window, detector), ENOUGH);
        if (normal.isEmpty()) {
            throw new IllegalArgumentException("nothing normal is stored of " + asset + " in the "
                    + PAST.getLast().toDays() + " days before " + Instant.EPOCH.plusNanos(windowEndNanos)
                    + ", so there is nothing to hold the window against; next: ask for an earlier window");
        }
        Reference reference = Reference.of(normal);
        return new Explanation(
                champion.ref(),
                score,
                new MinimalCorrection(detector, reference).explain(window),
                new ShapleyShares(detector, reference, SEED).explain(window),
                normal.size());
    }

    private Window window(AssetId asset, FrameSchema schema, long end, int length) {
        List<Window> found = new ArrayList<>();
        WindowCutter cutter = new WindowCutter(asset, schema, length, 1);
        long span = length * schema.periodNanos();
        history.each(cutter, end - span, end + span, found::add); // it falls due with the first row after its end
        return found.stream()
                .filter(window -> window.endNanos() == end)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no window of " + asset + " ends at "
                        + Instant.EPOCH.plusNanos(end) + "; next: take the end of one of its assessments"));
    }

    private static double score(AnomalyDetector detector, Window window) {
        return switch (detector.judge(List.of(window)).getFirst()) {
            case Verdict.Scored scored -> scored.score();
            case Verdict.Abstained abstained ->
                throw new IllegalArgumentException("the model now at work does not judge this window ("
                        + abstained.reason() + "), so there is no score to explain; next: ask for another window");
        };
    }

    private List<Window> past(Window window, AnomalyDetector detector) {
        List<Window> normal = List.of();
        for (Duration span : PAST) {
            normal = normal(window, detector, span);
            if (normal.size() >= ENOUGH) {
                break;
            }
        }
        return normal;
    }

    private List<Window> normal(Window window, AnomalyDetector detector, Duration span) {
        int length = window.length();
        long rows = span.toNanos() / window.schema().periodNanos();
        int stride = (int) Math.max(length, rows / LOOKED_AT);
        List<Window> seen = new ArrayList<>();
        WindowCutter cutter = new WindowCutter(window.asset(), window.schema(), length, stride);
        history.each(cutter, window.startNanos() - span.toNanos(), window.startNanos(), seen::add);
        List<Verdict> verdicts = detector.judge(seen);
        List<Window> normal = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            if (verdicts.get(i) instanceof Verdict.Scored scored && !scored.abnormal()) {
                normal.add(seen.get(i));
            }
        }
        return normal;
    }
}
