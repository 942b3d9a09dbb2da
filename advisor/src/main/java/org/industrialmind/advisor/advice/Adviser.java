package org.industrialmind.advisor.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.industrialmind.advisor.diagnosis.Diagnosis;
import org.industrialmind.advisor.diagnosis.RankedMode;
import org.industrialmind.advisor.prognosis.Prognosis;
import org.industrialmind.signal.RemainingLife;

/** Turns a prognosis and the terms of maintenance into advice that says why, with every number it rests on. */
final class Adviser {
    private Adviser() {}

    static Advice advise(Prognosis prognosis, Optional<Diagnosis> diagnosis, MaintenanceTerms terms) {
        RemainingLife life = prognosis.life();
        Instant time = Instant.EPOCH.plusNanos(life.timeNanos());
        ConditionPolicy policy = ConditionPolicy.of(life, terms);
        AgePolicy age = AgePolicy.of(terms.usualLife(), terms.failureCost() / terms.interventionCost());
        Optional<RankedMode> mode = diagnosis.flatMap(Diagnosis::leading);
        Advice.Verdict verdict = verdict(prognosis, policy);
        Optional<Instant> actBy = Double.isInfinite(policy.decideWithinHours())
                ? Optional.empty()
                : Optional.of(time.plus(span(policy.decideWithinHours())));
        return new Advice(
                life.asset(),
                time,
                verdict,
                actBy,
                reasons(prognosis, mode, diagnosis, terms, policy, age),
                mode,
                prognosis,
                policy,
                age,
                terms);
    }

    private static Advice.Verdict verdict(Prognosis prognosis, ConditionPolicy policy) {
        return switch (prognosis.outlook()) {
            case HEALTHY -> Advice.Verdict.NOTHING;
            case TOO_EARLY, STEADY, UNDETERMINED, NO_EXPERIENCE -> Advice.Verdict.WATCH;
            case WEARING -> {
                if (Double.isInfinite(policy.doneWithinHours())) {
                    yield Advice.Verdict.WATCH;
                }
                yield policy.actNow() ? Advice.Verdict.ACT_NOW : Advice.Verdict.ACT_BY;
            }
        };
    }

    static Duration span(double hours) {
        return Duration.ofSeconds(Math.round(hours * 3600));
    }

    private static List<String> reasons(
            Prognosis prognosis,
            Optional<RankedMode> mode,
            Optional<Diagnosis> diagnosis,
            MaintenanceTerms terms,
            ConditionPolicy policy,
            AgePolicy age) {
        List<String> reasons = new ArrayList<>();
        switch (prognosis.outlook()) {
            case HEALTHY -> {
                reasons.add("It runs as it usually does: there is no end in sight.");
                reasons.add(byAge(age));
            }
            case TOO_EARLY ->
                reasons.add("It has been abnormal for " + watched(prognosis)
                        + ", which is too short to say where it leads.");
            case STEADY ->
                reasons.add("It has been abnormal for " + watched(prognosis)
                        + " without getting worse, so no end follows from it.");
            case UNDETERMINED ->
                reasons.add("It has been getting worse for " + watched(prognosis)
                        + ", but which failure it is, is not clear yet, so no end is named.");
            case NO_EXPERIENCE ->
                reasons.add("No machine of this kind is known to have failed, so its life cannot be told.");
            case WEARING -> {
                reasons.add(howLong(prognosis, mode));
                worthTaking(reasons, terms, policy);
            }
        }
        diagnosis.stream()
                .flatMap(known -> known.missing().stream())
                .filter(gap -> gap.startsWith("only "))
                .map(Adviser::sentence)
                .forEach(reasons::add);
        return reasons;
    }

    private static String sentence(String said) {
        return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) + ".";
    }

    private static String watched(Prognosis prognosis) {
        return Spans.of(ConditionPolicy.hours(prognosis.watched()));
    }

    private static String howLong(Prognosis prognosis, Optional<RankedMode> mode) {
        RemainingLife life = prognosis.life();
        String what = mode.map(RankedMode::name).orElse("Its condition") + " has been getting worse for "
                + watched(prognosis);
        String low = Spans.of(life.hours(0.05));
        String high =
                Double.isInfinite(life.hours(0.95)) ? "a time that cannot be seen yet" : Spans.of(life.hours(0.95));
        return String.format(
                Locale.ROOT,
                "%s; it will last between %s and %s with a probability of 90 %%, judged by %d machines that failed.",
                what,
                low,
                high,
                prognosis.machines());
    }

    private static void worthTaking(List<String> reasons, MaintenanceTerms terms, ConditionPolicy policy) {
        reasons.add("A failure costs " + Spans.sum(terms.failureCost()) + " and acting in time "
                + Spans.sum(terms.interventionCost()) + ", so a risk of " + Spans.percent(policy.risk())
                + " of failing first is worth taking, and no more.");
        if (Double.isInfinite(policy.doneWithinHours())) {
            reasons.add("That risk is not reached as far as can be seen.");
            return;
        }
        String reached = "That risk is reached in " + Spans.of(policy.doneWithinHours()) + ", and parts and crew take "
                + Spans.of(ConditionPolicy.hours(terms.leadTime()));
        reasons.add(
                policy.decideWithinHours() <= 0
                        ? reached + ": they are needed now."
                        : reached + ", which leaves " + Spans.of(policy.decideWithinHours()) + " to decide.");
        reasons.add("It fails before the next review, in " + Spans.of(ConditionPolicy.hours(terms.review()))
                + ", with a probability of " + Spans.percent(policy.failsBeforeReview())
                + (policy.actNow() && policy.decideWithinHours() > 0
                        ? "; waiting for it costs more than the life that acting now gives away."
                        : "."));
    }

    private static String byAge(AgePolicy age) {
        if (Double.isInfinite(age.ageHours())) {
            return "Replacing it by age would save nothing; its condition is what to go by.";
        }
        return "Replacing it by age, every " + Spans.of(age.ageHours()) + " of operation, would save "
                + Spans.percent(1 - age.costShare()) + " of what running to failure costs; its condition tells more.";
    }
}
