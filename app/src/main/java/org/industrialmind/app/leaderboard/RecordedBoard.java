package org.industrialmind.app.leaderboard;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.app.evaluate.DataSet;
import org.industrialmind.app.evaluate.Recording;
import org.industrialmind.app.evaluate.TrialPlan;
import org.industrialmind.learning.leaderboard.LabelledSeries;

/**
 * Recordings as they are replayed: SKAB, or a folder of the user's own files.
 *
 * <p>Of SKAB, the recording in which nothing is wrong is not judged; cut into pieces as long as an experiment, it is what
 * methods and limits are chosen by.
 */
final class RecordedBoard implements Board {
    private static final int PIECE_ROWS = 1150; // about the length of an experiment of SKAB
    private static final int PIECE_NORMAL_ROWS = 400;
    private static final double FALSE_ALARM_RATE = 0.13; // below the best published

    private final TrialPlan plan;

    RecordedBoard(TrialPlan plan) {
        this.plan = plan;
    }

    @Override
    public String code() {
        return plan.set().code();
    }

    @Override
    public String split() {
        return "learned from the " + plan.normalPart() + " of each file; judged on the rest; without " + plan.leftOut();
    }

    @Override
    public List<Path> files(Path from) {
        return plan.set().files(from);
    }

    @Override
    public List<LabelledSeries> read(Path from) {
        List<LabelledSeries> all = recordings().stream()
                .filter(Recording::judged)
                .map(recording -> series(recording, 0, plan.normalPart().of(recording.rows()), recording.rows()))
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("every recording in " + from.toAbsolutePath()
                    + " is known to be sound: expected some to be judged; next: add the folders valve1, valve2"
                    + " or other");
        }
        return all;
    }

    @Override
    public List<LabelledSeries> practice(Path from, List<LabelledSeries> judged) {
        List<LabelledSeries> pieces = new ArrayList<>();
        for (Recording sound : recordings()) {
            for (int at = 0; !sound.judged() && at + PIECE_ROWS <= sound.rows(); at += PIECE_ROWS) {
                pieces.add(series(sound, at, at + PIECE_NORMAL_ROWS, at + PIECE_ROWS));
            }
        }
        return pieces.isEmpty() ? Board.super.practice(from, judged) : pieces;
    }

    private List<Recording> recordings() {
        return plan.set().read(plan.from(), plan.leftOut());
    }

    private static LabelledSeries series(Recording recording, int from, int testFrom, int to) {
        String folder = recording.name().contains("/") ? recording.name().replaceAll("/.*", "") : "";
        return new LabelledSeries(
                recording.name() + (from == 0 ? "" : ", from row " + from),
                folder,
                recording.values(from, testFrom),
                recording.values(testFrom, to),
                recording.labels(testFrom, to),
                true,
                Duration.ofNanos(recording.schema().periodNanos()));
    }

    /** Of SKAB, what its bar allows; of a user's files, what an operator bears. */
    @Override
    public double falseAlarmShare() {
        return plan.set() == DataSet.SKAB ? FALSE_ALARM_RATE : 0.01;
    }

    @Override
    public List<Published> published() {
        return plan.set() != DataSet.SKAB
                ? List.of()
                : List.of(
                        new Published("convolutional autoencoder (34 files)", "F1 0.78, FAR 13.6 %, MAR 28.0 %"),
                        new Published("MSET (34 files)", "F1 0.78, FAR 39.7 %, MAR 14.1 %"),
                        new Published("T2 and Q of PCA (34 files)", "F1 0.76, FAR 26.6 %, MAR 24.9 %"),
                        new Published("LSTM autoencoder (34 files)", "F1 0.74, FAR 30.0 %, MAR 25.9 %"));
    }

    @Override
    public List<Bar> bars() {
        return plan.set() != DataSet.SKAB
                ? List.of()
                : List.of(Bar.atLeast("f1", 0.80), Bar.atMost("far", FALSE_ALARM_RATE), Bar.atMost("mar", 0.27));
    }
}
