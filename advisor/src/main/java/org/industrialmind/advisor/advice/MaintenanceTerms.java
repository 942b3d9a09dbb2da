package org.industrialmind.advisor.advice;

import java.time.Duration;
import org.industrialmind.learning.prognosis.path.WeibullLife;

/**
 * What maintenance of a machine costs and how long it takes.
 *
 * @param failureCost of a failure in service: repair, lost production, damage around it; in the plant's currency
 * @param interventionCost of acting in time, in the same currency
 * @param lostLifePerHour by which share of the intervention's cost an hour of life given away is regretted
 * @param leadTime from the decision until parts and crew are there
 * @param review how often somebody looks and could still decide
 * @param plannedDowntime of an intervention in time
 * @param failureDowntime after a failure
 * @param usualLife by age alone, before anyone looks at the machine
 */
public record MaintenanceTerms(
        double failureCost,
        double interventionCost,
        double lostLifePerHour,
        Duration leadTime,
        Duration review,
        Duration plannedDowntime,
        Duration failureDowntime,
        WeibullLife usualLife) {
    private static final Duration LONGEST_LEAD = Duration.ofDays(365); // beyond, no prognosis sees

    /**
     * @throws IllegalArgumentException if a cost is not positive, a failure is no dearer than acting in time, a time is
     *     negative, the review is zero, or the lead time is more than a year
     */
    public MaintenanceTerms {
        requireCost("a failure", failureCost);
        requireCost("an intervention", interventionCost);
        if (failureCost <= interventionCost) {
            throw new IllegalArgumentException("a failure costs " + failureCost + " and acting in time "
                    + interventionCost
                    + ": expected the failure to cost more; otherwise let the machine run and give it"
                    + " no terms");
        }
        if (!(lostLifePerHour >= 0) || Double.isInfinite(lostLifePerHour)) {
            throw new IllegalArgumentException(
                    "an hour of lost life is regretted by " + lostLifePerHour + ": expected a share from 0");
        }
        requireNotNegative("lead time", leadTime);
        requireNotNegative("planned downtime", plannedDowntime);
        requireNotNegative("downtime after a failure", failureDowntime);
        if (leadTime.compareTo(LONGEST_LEAD) > 0) {
            throw new IllegalArgumentException("the lead time is " + leadTime.toDays()
                    + " days: expected at most 365, since no prognosis sees farther; keep a spare instead");
        }
        if (!review.isPositive()) {
            throw new IllegalArgumentException("the review interval is " + review + ": expected a positive time");
        }
    }

    private static void requireCost(String what, double cost) {
        if (!(cost > 0) || cost > 1e12) {
            throw new IllegalArgumentException(
                    "the cost of " + what + " is " + cost + ": expected more than 0 and at most 1e12");
        }
    }

    private static void requireNotNegative(String what, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the " + what + " is " + time + ": expected no negative time");
        }
    }

    /** Returns the risk of failing first that is worth taking: acting costs as much as the risk then weighs. */
    public double riskWorthTaking() {
        return interventionCost / (interventionCost + failureCost);
    }

    /** Returns these terms for a plant whose clock of damage runs so many times faster than a real one's. */
    public MaintenanceTerms faster(double factor) {
        return new MaintenanceTerms(
                failureCost,
                interventionCost,
                lostLifePerHour * factor,
                divided(leadTime, factor),
                divided(review, factor),
                divided(plannedDowntime, factor),
                divided(failureDowntime, factor),
                new WeibullLife(usualLife.shape(), usualLife.scaleHours() / factor));
    }

    private static Duration divided(Duration time, double factor) {
        return Duration.ofMillis(Math.round(time.toMillis() / factor));
    }
}
