package org.industrialmind.learning.anomaly;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a {@link PcaDetector} is trained.
 *
 * @param variance the share of the variance in (0, 1) that the components must explain
 * @param holdOut the share of the windows in (0, 1), the latest ones, that limits are set by
 */
public record PcaSettings(BaselineSettings baseline, double variance, double holdOut, FalseAlarmBudget budget) {
    /** @throws IllegalArgumentException if a share is outside (0, 1) */
    public PcaSettings {
        if (!(variance > 0 && variance < 1) || !(holdOut > 0 && holdOut < 1)) {
            throw new IllegalArgumentException("PCA settings variance " + variance + " and hold-out " + holdOut
                    + " are not valid: expected both in (0, 1)");
        }
    }

    /** Returns the house settings: 90 % of the variance, the last 30 % held out, one false episode a month. */
    public static PcaSettings defaults() {
        return new PcaSettings(BaselineSettings.defaults(), 0.9, 0.3, FalseAlarmBudget.defaults());
    }

    Map<String, String> described() {
        Map<String, String> all = new TreeMap<>();
        all.put("variance", Double.toString(variance));
        all.put("holdOut", Double.toString(holdOut));
        all.put("clip", Double.toString(baseline.clip()));
        all.put("minCoverage", Double.toString(baseline.minCoverage()));
        all.put("sameLevel", Double.toString(baseline.sameLevel()));
        all.put("minWindows", Integer.toString(baseline.minWindows()));
        all.put("episodesPerAssetMonth", Double.toString(budget.episodesPerAssetMonth()));
        all.put("persistence", budget.needed() + " of " + budget.of());
        return all;
    }
}
