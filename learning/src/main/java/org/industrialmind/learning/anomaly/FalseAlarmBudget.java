package org.industrialmind.learning.anomaly;

/**
 * How many false episodes a machine may cost, and by which persistence an episode opens.
 *
 * @param episodesPerAssetMonth false episodes that are tolerated per machine in 30 days
 * @param needed how many windows must be abnormal, as in the {@link EpisodeRule} that will be used
 * @param of among how many of the last windows
 */
public record FalseAlarmBudget(double episodesPerAssetMonth, int needed, int of) {
    /** @throws IllegalArgumentException unless the budget is positive and 1 &lt;= needed &lt;= of */
    public FalseAlarmBudget {
        if (!(episodesPerAssetMonth > 0) || needed < 1 || needed > of) {
            throw new IllegalArgumentException("false alarm budget of " + episodesPerAssetMonth + " a month by "
                    + needed + " of " + of + " windows is not valid: expected a positive budget and 1 <= needed <= of");
        }
    }

    /** Returns one false episode per machine and month, under the persistence of {@link EpisodeRule#defaults()}. */
    public static FalseAlarmBudget defaults() {
        EpisodeRule rule = EpisodeRule.defaults();
        return new FalseAlarmBudget(1, rule.needed(), rule.of());
    }
}
