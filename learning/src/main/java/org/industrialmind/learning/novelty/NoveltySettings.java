package org.industrialmind.learning.novelty;

import java.util.Map;
import java.util.TreeMap;
import org.industrialmind.learning.anomaly.BaselineSettings;
import org.industrialmind.learning.anomaly.FalseAlarmBudget;
import org.industrialmind.learning.regime.RegimeMethod;

/**
 * How a {@link NoveltyDetector} is trained, whatever its method.
 *
 * @param holdOut the share of the windows in (0, 1), the latest ones, that limits are set by
 */
public record NoveltySettings(BaselineSettings baseline, double holdOut, FalseAlarmBudget budget) {
    private static final double CLIP = 200; // far beyond any limit; keeps a broken transmitter from overflowing squares

    /** @throws IllegalArgumentException if the share is outside (0, 1) */
    public NoveltySettings {
        if (!(holdOut > 0 && holdOut < 1)) {
            throw new IllegalArgumentException(
                    "share " + holdOut + " to hold out is not valid: expected one in (0, 1)");
        }
    }

    /**
     * Returns the house settings: the last 30 % held out, one false episode a month. Values are clipped at 200 sigma only;
     * how to bear a single wild reading is for each method to say.
     */
    public static NoveltySettings defaults() {
        BaselineSettings house = BaselineSettings.defaults();
        return new NoveltySettings(
                new BaselineSettings(CLIP, house.minCoverage(), house.sameLevel(), house.minWindows()),
                0.3,
                FalseAlarmBudget.defaults());
    }

    public NoveltySettings withBudget(FalseAlarmBudget other) {
        return new NoveltySettings(baseline, holdOut, other);
    }

    /** Returns these settings with regimes told apart another way. */
    public NoveltySettings withRegimes(RegimeMethod method) {
        return new NoveltySettings(baseline.withRegimes(method), holdOut, budget);
    }

    Map<String, String> described() {
        Map<String, String> all = new TreeMap<>();
        all.put("holdOut", Double.toString(holdOut));
        all.put("clip", Double.toString(baseline.clip()));
        all.put("minCoverage", Double.toString(baseline.minCoverage()));
        all.put("regimes", baseline.regimes().method().code());
        all.put("sameLevel", Double.toString(baseline.sameLevel()));
        all.put("minWindows", Integer.toString(baseline.minWindows()));
        all.put("episodesPerAssetMonth", Double.toString(budget.episodesPerAssetMonth()));
        all.put("persistence", budget.needed() + " of " + budget.of());
        return all;
    }
}
