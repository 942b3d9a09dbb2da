package org.industrialmind.learning.tabular.decision;

import java.util.List;

/**
 * What happens if every case below a risk is approved. Shares with nothing to divide by are NaN.
 *
 * @param threshold a case of this risk or more is refused
 * @param approvalRate share of the cases that are approved
 * @param badShare share of the approved that turn out bad
 * @param costPerCase over all cases, in the unit of the costs
 * @param groups what it does to each group, in the order of their names
 */
public record RiskPolicy(
        double threshold, double approvalRate, double badShare, double costPerCase, List<GroupEffect> groups) {
    public RiskPolicy {
        groups = List.copyOf(groups);
    }

    /**
     * What a policy does to one group.
     *
     * @param approvalRate share of its cases that are approved
     * @param goodRefused share of its good cases that are refused
     * @param badShare share of its approved cases that turn out bad
     */
    public record GroupEffect(String group, int cases, double approvalRate, double goodRefused, double badShare) {}
}
