package org.industrialmind.serving.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.industrialmind.advisor.advice.Advice;
import org.industrialmind.advisor.advice.ConditionPolicy;
import org.industrialmind.advisor.advice.WorkOrderProposal;
import org.industrialmind.advisor.diagnosis.RankedMode;
import org.industrialmind.advisor.prognosis.Prognosis;
import org.industrialmind.serving.web.Times;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.RemainingLife;
import org.jspecify.annotations.Nullable;

/** What to do with a machine, as the API shows it; hours without an end in sight are null. */
public record AdviceView(
        String asset,
        Instant time,
        String verdict,
        @Nullable Instant actBy,
        List<String> reasons,
        LifeView life,
        PolicyView policy,
        AgeView age,
        @Nullable ProposalView proposal) {

    /** A remaining life with what it rests on; the health is null where no machine of the kind has failed yet. */
    public record LifeView(
            Instant time,
            String outlook,
            @Nullable Double healthIndex,
            @Nullable String failureMode,
            @Nullable String failureModeName,
            List<QuantileView> quantiles,
            ModelRef model,
            @Nullable String episode,
            double watchedHours,
            int machines) {}

    /** One quantile; without an end in sight the hours are null. */
    public record QuantileView(double level, @Nullable Double hours) {}

    /** The numbers by which the date follows from costs; the chance to fail is null where nothing can be said of the life. */
    public record PolicyView(
            double riskWorthTaking,
            @Nullable Double doneWithinHours,
            @Nullable Double decideWithinHours,
            @Nullable Double failsBeforeReview) {}

    /** What replacing by age would do; where running to failure is best the hours are null. */
    public record AgeView(@Nullable Double hours, double costShare) {}

    static AdviceView of(Advice advice, @Nullable WorkOrderProposal proposal) {
        ConditionPolicy policy = advice.policy();
        return new AdviceView(
                advice.asset().value(),
                advice.time(),
                lower(advice.verdict()),
                advice.actBy().orElse(null),
                advice.reasons(),
                life(advice.prognosis(), advice.mode().map(RankedMode::name).orElse(null)),
                new PolicyView(
                        policy.risk(),
                        finite(policy.doneWithinHours()),
                        finite(policy.decideWithinHours()),
                        tellsLife(advice.prognosis()) ? policy.failsBeforeReview() : null),
                new AgeView(finite(advice.age().ageHours()), advice.age().costShare()),
                proposal == null ? null : ProposalView.of(proposal));
    }

    static LifeView life(Prognosis prognosis, @Nullable String modeName) {
        RemainingLife life = prognosis.life();
        return new LifeView(
                Times.instant(life.timeNanos()),
                lower(prognosis.outlook()),
                prognosis.outlook() == Prognosis.Outlook.NO_EXPERIENCE ? null : life.healthIndex(),
                life.failureMode().orElse(null),
                modeName,
                life.quantiles().stream()
                        .map(quantile -> new QuantileView(quantile.level(), finite(quantile.hours())))
                        .toList(),
                life.model(),
                prognosis.episode().map(Object::toString).orElse(null),
                prognosis.watched().toMillis() / 3.6e6,
                prognosis.machines());
    }

    private static boolean tellsLife(Prognosis prognosis) {
        return switch (prognosis.outlook()) {
            case HEALTHY, WEARING -> true;
            case TOO_EARLY, STEADY, UNDETERMINED, NO_EXPERIENCE -> false;
        };
    }

    private static @Nullable Double finite(double hours) {
        return Double.isInfinite(hours) ? null : hours;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
