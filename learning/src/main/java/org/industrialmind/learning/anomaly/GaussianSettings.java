package org.industrialmind.learning.anomaly;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a {@link GaussianDetector} is trained.
 *
 * @param holdOut the share of the windows in (0, 1), the latest ones, that limits are set by
 */
public record GaussianSettings(BaselineSettings baseline, double holdOut, FalseAlarmBudget budget) {
    private static final double ENOUGH_CELLS = 0.5;

    /** @throws IllegalArgumentException if the share is outside (0, 1) */
    public GaussianSettings {
        if (!(holdOut > 0 && holdOut < 1)) {
            throw new IllegalArgumentException("hold-out " + holdOut + " is not valid: expected a share in (0, 1)");
        }
    }

    /**
     * Returns the house settings: the last 30 % held out, one false episode a month. Half of the cells are enough, since a
     * channel that was not read drops out of the distance exactly.
     */
    public static GaussianSettings defaults() {
        BaselineSettings house = BaselineSettings.defaults();
        BaselineSettings baseline =
                new BaselineSettings(house.clip(), ENOUGH_CELLS, house.sameLevel(), house.minWindows());
        return new GaussianSettings(baseline, 0.3, FalseAlarmBudget.defaults());
    }

    /** Returns these settings with another budget. */
    public GaussianSettings withBudget(FalseAlarmBudget other) {
        return new GaussianSettings(baseline, holdOut, other);
    }

    Map<String, String> described() {
        Map<String, String> all = new TreeMap<>();
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
