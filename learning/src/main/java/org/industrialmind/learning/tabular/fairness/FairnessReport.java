package org.industrialmind.learning.tabular.fairness;

import java.util.List;
import java.util.Map;

/**
 * What a classifier does to groups.
 *
 * @param groups in ascending order of their number
 * @param gaps one for each rate
 * @param warnings about groups too small to be compared; read them first
 */
public record FairnessReport(List<GroupRates> groups, Map<Gap.Rate, Gap> gaps, List<String> warnings) {
    private static final double FOUR_FIFTHS = 0.8; // 29 CFR 1607.4 D, the rule of thumb of US employment law

    public FairnessReport {
        groups = List.copyOf(groups);
        gaps = Map.copyOf(gaps);
        warnings = List.copyOf(warnings);
    }

    public GroupRates group(int group) {
        return groups.stream()
                .filter(rates -> rates.group() == group)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no group " + group + " among "
                        + groups.stream().map(GroupRates::group).toList()));
    }

    public Gap gap(Gap.Rate rate) {
        Gap gap = gaps.get(rate);
        if (gap == null) {
            throw new IllegalArgumentException("no gap of " + rate + " in the report, only " + gaps.keySet());
        }
        return gap;
    }

    /** Returns the gap of the selection rates. */
    public Gap demographicParity() {
        return gap(Gap.Rate.SELECTION);
    }

    /** Returns the larger of the differences in recall and in false alarm rate: 0 where the odds are equalised. */
    public double equalizedOdds() {
        return Math.max(
                gap(Gap.Rate.RECALL).difference(), gap(Gap.Rate.FALSE_ALARM).difference());
    }

    /** Returns whether the least selected group is selected at least four fifths as often as the most selected. */
    public boolean passesFourFifths() {
        return demographicParity().ratio() >= FOUR_FIFTHS;
    }
}
