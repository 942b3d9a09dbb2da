package org.industrialmind.learning.prepared;

import java.util.List;
import org.industrialmind.learning.Provenance;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.DoubtingDetector;
import org.industrialmind.learning.anomaly.Verdict;
import org.industrialmind.learning.surroundings.Surroundings;
import org.industrialmind.signal.Window;

/**
 * A detector of prepared windows that knows how far off their levels may be because the surroundings are unlike those of
 * training. One that can weigh the doubt is told of it; from any other the channels in doubt are kept.
 */
final class WaryDetector implements AnomalyDetector {
    private final AnomalyDetector detector;
    private final Surroundings surroundings;

    WaryDetector(AnomalyDetector detector, Surroundings surroundings) {
        this.detector = detector;
        this.surroundings = surroundings;
    }

    @Override
    public String kind() {
        return detector.kind();
    }

    @Override
    public int windowLength() {
        return detector.windowLength();
    }

    @Override
    public Provenance provenance() {
        return detector.provenance();
    }

    @Override
    public List<Verdict> judge(List<Window> prepared) {
        return detector instanceof DoubtingDetector doubting
                ? doubting.judge(
                        prepared, prepared.stream().map(surroundings::doubt).toList())
                : detector.judge(prepared.stream().map(surroundings::sure).toList());
    }
}
