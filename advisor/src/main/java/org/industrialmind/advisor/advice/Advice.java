package org.industrialmind.advisor.advice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.industrialmind.advisor.diagnosis.RankedMode;
import org.industrialmind.advisor.prognosis.Prognosis;
import org.industrialmind.signal.AssetId;

/**
 * What to do with a machine, by when, and why.
 *
 * @param time the event time for which it holds
 * @param actBy by when to decide; present where the verdict is to act
 * @param reasons in plain words with their numbers, the decisive one first
 * @param mode the failure mode it is about, where the diagnosis is clear
 * @param prognosis what it rests on: model version, window of time and quantiles
 * @param age what replacing by age alone would do
 */
public record Advice(
        AssetId asset,
        Instant time,
        Verdict verdict,
        Optional<Instant> actBy,
        List<String> reasons,
        Optional<RankedMode> mode,
        Prognosis prognosis,
        ConditionPolicy policy,
        AgePolicy age,
        MaintenanceTerms terms) {
    public Advice {
        reasons = List.copyOf(reasons);
    }

    /** What to do. */
    public enum Verdict {
        /** The time to decide has come. */
        ACT_NOW,
        /** There is time until the date. */
        ACT_BY,
        /** Something is abnormal, and there is no date to name yet. */
        WATCH,
        /** Nothing is to be done. */
        NOTHING
    }
}
