package org.industrialmind.learning.tabular.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every policy of the form "approve below a risk", on the same cases at the same costs.
 *
 * <p>The threshold is a business decision, not a property of the model: the curve shows what each choice costs and whom it
 * hits, so that it can be made by those who answer for it. Risks should come from rows the model has not seen; a threshold
 * read off the same cases looks a little better than it will be.
 */
public final class RiskCurve {
    private final ScoredCases cases;
    private final Costs costs;

    public RiskCurve(ScoredCases cases, Costs costs) {
        this.cases = cases;
        this.costs = costs;
    }

    /** Returns what a threshold does; 0 refuses all, anything above 1 approves all. */
    public RiskPolicy at(double threshold) {
        Count all = new Count();
        Map<String, Count> groups = new TreeMap<>();
        for (int i = 0; i < cases.size(); i++) {
            boolean approved = cases.risk(i) < threshold;
            all.add(approved, cases.bad(i));
            groups.computeIfAbsent(cases.group(i), name -> new Count()).add(approved, cases.bad(i));
        }
        double cost = (all.badApproved * costs.badApproved() + all.goodRefused * costs.goodRefused()) / cases.size();
        List<RiskPolicy.GroupEffect> effects = new ArrayList<>();
        groups.forEach((name, count) -> effects.add(new RiskPolicy.GroupEffect(
                name, count.cases, count.approvalRate(), count.goodRefusedRate(), count.badShare())));
        return new RiskPolicy(threshold, all.approvalRate(), all.badShare(), cost, effects);
    }

    /** Returns the policies at evenly spaced thresholds from 0 to 1, both ends included. */
    public List<RiskPolicy> policies(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("a curve of " + steps + " steps: expected at least 1");
        }
        List<RiskPolicy> policies = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            policies.add(at((double) i / steps));
        }
        return policies;
    }

    /** Returns the cheapest of {@link #policies}; of equally cheap ones the one that approves least. */
    public RiskPolicy cheapest(int steps) {
        List<RiskPolicy> policies = policies(steps);
        RiskPolicy best = policies.getFirst();
        for (RiskPolicy policy : policies) {
            best = policy.costPerCase() < best.costPerCase() ? policy : best;
        }
        return best;
    }

    private static final class Count {
        private int cases;
        private int approved;
        private int badApproved;
        private int good;
        private int goodRefused;

        void add(boolean yes, boolean bad) {
            cases++;
            approved += yes ? 1 : 0;
            badApproved += yes && bad ? 1 : 0;
            good += bad ? 0 : 1;
            goodRefused += yes || bad ? 0 : 1;
        }

        double approvalRate() {
            return (double) approved / cases;
        }

        double badShare() {
            return approved == 0 ? Double.NaN : (double) badApproved / approved;
        }

        double goodRefusedRate() {
            return good == 0 ? Double.NaN : (double) goodRefused / good;
        }
    }
}
