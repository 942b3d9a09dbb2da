package org.industrialmind.app.leaderboard;

import java.nio.file.Path;
import java.util.List;
import org.industrialmind.learning.leaderboard.LabelledSeries;
import org.industrialmind.learning.leaderboard.SpacecraftTelemetry;

/** Telemetry of SMAP and MSL, a channel at a time. */
final class SpacecraftBoard implements Board {
    @Override
    public String code() {
        return "smap_msl";
    }

    @Override
    public String split() {
        return "learned from train/CHANNEL; judged on test/CHANNEL; the telemetry value alone";
    }

    @Override
    public List<Path> files(Path from) {
        return Folder.of(code(), from).matching("(train|test)/.*\\.csv\\.gz|labeled_anomalies\\.csv");
    }

    @Override
    public List<LabelledSeries> read(Path from) {
        return SpacecraftTelemetry.read(from);
    }

    @Override
    public double falseAlarmShare() {
        return 0.02;
    }

    @Override
    public List<String> groups() {
        return List.of("SMAP", "MSL");
    }

    @Override
    public List<Published> published() {
        return List.of(
                new Published("SMAP, KMeansAD (25 of the channels)", "VUS-PR 0.380"),
                new Published("SMAP, CNN (25 of the channels)", "VUS-PR 0.191"),
                new Published("SMAP, largest z-score, oracle threshold", "F1 0.419, pooled AUC-PR 0.331"),
                new Published("MSL, KMeansAD (14 of the channels)", "VUS-PR 0.435"),
                new Published("MSL, CNN (14 of the channels)", "VUS-PR 0.352"),
                new Published("MSL, PCA residual, oracle threshold", "F1 0.300, pooled AUC-PR 0.175"));
    }

    @Override
    public List<Bar> bars() {
        return List.of(
                Bar.atLeast("f1_smap", 0.42),
                Bar.atLeast("f1_msl", 0.30),
                Bar.atLeast("vus_pr_smap", 0.38),
                Bar.atLeast("vus_pr_msl", 0.44));
    }
}
