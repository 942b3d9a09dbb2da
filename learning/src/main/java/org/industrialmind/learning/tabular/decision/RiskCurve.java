package org.industrialmind.learning.tabular.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Every policy of the form "approve below a risk", on the same cases at the same costs.
 *
 * <p>The threshold is a business decision, not a property of the model: the curve shows what each choice costs and whom it
 * hits, so that it can be made by those who answer for it. Risks should come from rows the model has not seen; a threshold
 * read off the same cases looks a little better than it will be.
 *
 * <p>Risks are sorted once, for each group and outcome, so that a threshold costs two binary searches a group however many
 * cases there are: a person moves it and sees at once what that does.
 */
public final class RiskCurve {
    private final Costs costs;
    private final Map<String, Sorted> groups = new TreeMap<>();

    public RiskCurve(ScoredCases cases, Costs costs) {
        this.costs = costs;
        Map<String, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < cases.size(); i++) {
            members.computeIfAbsent(cases.group(i), name -> new ArrayList<>()).add(i);
        }
        members.forEach((name, positions) -> groups.put(
                name,
                new Sorted(
                        risks(cases, positions, position -> !cases.bad(position)),
                        risks(cases, positions, cases::bad))));
    }

    private static double[] risks(ScoredCases cases, List<Integer> positions, IntPredicate wanted) {
        return positions.stream()
                .mapToInt(Integer::intValue)
                .filter(wanted)
                .mapToDouble(cases::risk)
                .sorted()
                .toArray();
    }

    /** Returns what a threshold does; 0 refuses all, anything above 1 approves all. */
    public RiskPolicy at(double threshold) {
        Count all = new Count(0, 0, 0, 0);
        List<RiskPolicy.GroupEffect> effects = new ArrayList<>();
        for (Map.Entry<String, Sorted> group : groups.entrySet()) {
            Count count = group.getValue().count(threshold);
            all = all.plus(count);
            effects.add(new RiskPolicy.GroupEffect(
                    group.getKey(), count.cases(), count.approvalRate(), count.goodRefusedRate(), count.badShare()));
        }
        double cost = (all.badApproved() * costs.badApproved() + all.goodRefused() * costs.goodRefused()) / all.cases();
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

    /** The risks of a group's good and bad cases, each in ascending order. */
    private record Sorted(double[] good, double[] bad) {
        Count count(double threshold) {
            return new Count(good.length, bad.length, below(good, threshold), below(bad, threshold));
        }

        /** Returns how many are less than the threshold. */
        private static int below(double[] ascending, double threshold) {
            int low = 0;
            int high = ascending.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ascending[middle] < threshold) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    private record Count(int good, int bad, int goodApproved, int badApproved) {
        Count plus(Count other) {
            return new Count(
                    good + other.good,
                    bad + other.bad,
                    goodApproved + other.goodApproved,
                    badApproved + other.badApproved);
        }

        int cases() {
            return good + bad;
        }

        int goodRefused() {
            return good - goodApproved;
        }

        double approvalRate() {
            return (double) (goodApproved + badApproved) / cases();
        }

        double badShare() {
            int approved = goodApproved + badApproved;
            return approved == 0 ? Double.NaN : (double) badApproved / approved;
        }

        double goodRefusedRate() {
            return good == 0 ? Double.NaN : (double) goodRefused() / good;
        }
    }
}
