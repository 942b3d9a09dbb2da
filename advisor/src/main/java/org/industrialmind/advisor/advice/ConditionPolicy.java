package org.industrialmind.advisor.advice;

import java.time.Duration;
import org.industrialmind.signal.RemainingLife;

/**
 * Acting by condition: now, or by when.
 *
 * <p>At a review one acts if waiting for the next one costs more than the life given away by acting:
 *
 * <pre>   c_f P(life &lt;= L + D)  &gt;  c_p (1 + v E[(life - L - D)+])</pre>
 *
 * <p>with lead time L, review interval D and v the regret of an hour of life. The date to act by is simpler, so that a
 * person can follow it: the risk c_p / (c_p + c_f) is worth taking and no more, so the work must be done before the life
 * ends with that probability, and decided a lead time earlier.
 *
 * @param actNow whether waiting for the next review costs more than acting
 * @param risk the probability of failing first that is worth taking
 * @param doneWithinHours hours from now within which the work must be done; infinite where there is no end in sight
 * @param decideWithinHours the same less the lead time; below 0 where that has passed
 * @param failsBeforeReview probability of a failure before the next review
 * @param failsBeforeWork probability of a failure before work decided at the next review could be done
 */
public record ConditionPolicy(
        boolean actNow,
        double risk,
        double doneWithinHours,
        double decideWithinHours,
        double failsBeforeReview,
        double failsBeforeWork) {
    private static final int SLICES = 400; // of equal probability

    /** Returns the policy for that life on those terms. */
    public static ConditionPolicy of(RemainingLife life, MaintenanceTerms terms) {
        double lead = hours(terms.leadTime());
        double review = hours(terms.review());
        double risk = terms.riskWorthTaking();
        double done = life.hours(risk);
        double failsBeforeWork = life.probabilityWithin(lead + review);
        double regret = 1 + terms.lostLifePerHour() * livedBeyond(life, lead + review);
        boolean waitingIsDearer = terms.failureCost() * failsBeforeWork > terms.interventionCost() * regret;
        return new ConditionPolicy(
                waitingIsDearer || done - lead <= 0,
                risk,
                done,
                done - lead,
                life.probabilityWithin(review),
                failsBeforeWork);
    }

    /** Returns the mean hours that are lived beyond those; lives beyond what can be seen count as the longest seen. */
    private static double livedBeyond(RemainingLife life, double hours) {
        double sum = 0;
        double longest = 0;
        for (int i = 0; i < SLICES; i++) {
            double lived = life.hours((i + 0.5) / SLICES);
            longest = Double.isInfinite(lived) ? longest : lived;
            sum += Math.max(0, longest - hours);
        }
        return sum / SLICES;
    }

    static double hours(Duration time) {
        return time.toMillis() / 3.6e6;
    }
}
