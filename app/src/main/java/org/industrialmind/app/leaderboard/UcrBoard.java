package org.industrialmind.app.leaderboard;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.leaderboard.BoardResult;
import org.industrialmind.learning.leaderboard.LabelledSeries;
import org.industrialmind.learning.leaderboard.UcrArchive;

/** Series of the UCR anomaly archive. */
final class UcrBoard implements Board {
    @Override
    public String code() {
        return "ucr";
    }

    @Override
    public String split() {
        return "learned from as many values at the beginning as the file's name says; judged on the rest";
    }

    @Override
    public List<Path> files(Path from) {
        return Folder.of(code(), from).matching("\\d+_UCR_Anomaly_.*\\.txt");
    }

    @Override
    public List<LabelledSeries> read(Path from) {
        return UcrArchive.read(from);
    }

    @Override
    public double falseAlarmShare() {
        return 0.01;
    }

    @Override
    public Map<String, Double> extra(BoardResult result) {
        return Map.of("ucr_located", UcrArchive.located(result));
    }

    @Override
    public List<Published> published() {
        return List.of(
                new Published("KMeansAD (70 other series)", "VUS-PR 0.381"),
                new Published("Sub-KNN (70 other series)", "VUS-PR 0.366"));
    }
}
