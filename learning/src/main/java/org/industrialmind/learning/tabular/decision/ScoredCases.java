package org.industrialmind.learning.tabular.decision;

import java.util.List;

/** Cases whose risk was said and whose outcome is known, with the group each belongs to. Shape: one of each for each case. */
public final class ScoredCases {
    private final double[] risks;
    private final boolean[] bad;
    private final List<String> groups;

    private ScoredCases(double[] risks, boolean[] bad, List<String> groups) {
        this.risks = risks;
        this.bad = bad;
        this.groups = groups;
    }

    /**
     * Takes the cases; copied.
     *
     * @param risks the probability that the case turns out bad, said without having seen its outcome
     * @throws IllegalArgumentException if there is no case, not one of each for each, or a risk is no probability
     */
    public static ScoredCases of(double[] risks, boolean[] bad, List<String> groups) {
        if (risks.length == 0 || bad.length != risks.length || groups.size() != risks.length) {
            throw new IllegalArgumentException("seen " + risks.length + " risks, " + bad.length + " outcomes and "
                    + groups.size() + " groups: expected one of each for each case, and at least one case");
        }
        for (int i = 0; i < risks.length; i++) {
            if (!(risks[i] >= 0 && risks[i] <= 1)) {
                throw new IllegalArgumentException(
                        "the risk of case " + i + " is " + risks[i] + ": expected a probability from 0 to 1");
            }
        }
        return new ScoredCases(risks.clone(), bad.clone(), List.copyOf(groups));
    }

    public int size() {
        return risks.length;
    }

    public double risk(int position) {
        return risks[position];
    }

    public boolean bad(int position) {
        return bad[position];
    }

    public String group(int position) {
        return groups.get(position);
    }
}
