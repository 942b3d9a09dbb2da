package org.industrialmind.serving.decision;

import java.util.List;
import org.industrialmind.learning.tabular.decision.Costs;
import org.industrialmind.learning.tabular.decision.RiskCurve;
import org.industrialmind.learning.tabular.decision.RiskPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A decision at one threshold, beside all others. Shares with nothing to divide by are null.
 *
 * @param cases how many there are
 * @param fairRisk the threshold that the costs say, if risks mean what they say
 * @param at what the asked threshold does
 * @param cheapest what the cheapest threshold of the curve does; read off the same cases, it flatters itself
 * @param curve evenly spaced thresholds from 0 to 1
 */
public record DecisionView(
        String name,
        String description,
        int cases,
        Costs costs,
        double fairRisk,
        PolicyView at,
        PolicyView cheapest,
        List<PointView> curve) {

    /**
     * What a threshold does.
     *
     * @param approvalRate share of the cases that are approved: those of a risk below the threshold
     * @param badShare share of the approved that turn out bad
     */
    public record PolicyView(
            double threshold,
            double approvalRate,
            @Nullable Double badShare,
            double costPerCase,
            List<GroupView> groups) {
        static PolicyView of(RiskPolicy policy) {
            return new PolicyView(
                    policy.threshold(),
                    policy.approvalRate(),
                    known(policy.badShare()),
                    policy.costPerCase(),
                    policy.groups().stream().map(GroupView::of).toList());
        }
    }

    /**
     * What a threshold does to one group.
     *
     * @param goodRefused share of its good cases that are refused
     */
    public record GroupView(
            String group,
            int cases,
            double approvalRate,
            @Nullable Double goodRefused,
            @Nullable Double badShare) {
        static GroupView of(RiskPolicy.GroupEffect effect) {
            return new GroupView(
                    effect.group(),
                    effect.cases(),
                    effect.approvalRate(),
                    known(effect.goodRefused()),
                    known(effect.badShare()));
        }
    }

    /** What a threshold does to all, as a point of the curve. */
    public record PointView(
            double threshold, double approvalRate, @Nullable Double badShare, double costPerCase) {
        static PointView of(RiskPolicy policy) {
            return new PointView(
                    policy.threshold(), policy.approvalRate(), known(policy.badShare()), policy.costPerCase());
        }
    }

    static DecisionView of(Decision decision, Costs costs, double threshold, int steps) {
        RiskCurve curve = new RiskCurve(decision.cases(), costs);
        return new DecisionView(
                decision.name(),
                decision.description(),
                decision.cases().size(),
                costs,
                costs.fairRisk(),
                PolicyView.of(curve.at(threshold)),
                PolicyView.of(curve.cheapest(steps)),
                curve.policies(steps).stream().map(PointView::of).toList());
    }

    private static @Nullable Double known(double share) {
        return Double.isNaN(share) ? null : share;
    }
}
