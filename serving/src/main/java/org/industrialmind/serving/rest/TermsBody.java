package org.industrialmind.serving.rest;

import java.time.Duration;
import org.industrialmind.advisor.advice.MaintenanceTerms;
import org.industrialmind.learning.prognosis.path.WeibullLife;
import org.industrialmind.serving.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The terms of maintenance of a machine, in the plant's currency and in hours. */
public record TermsBody(
        @Nullable Double failureCost,
        @Nullable Double interventionCost,
        @Nullable Double lostLifePerHour,
        @Nullable Double leadTimeHours,
        @Nullable Double reviewHours,
        @Nullable Double plannedDowntimeHours,
        @Nullable Double failureDowntimeHours,
        @Nullable Double lifeShape,
        @Nullable Double lifeScaleHours) {

    static TermsBody of(MaintenanceTerms terms) {
        return new TermsBody(
                terms.failureCost(),
                terms.interventionCost(),
                terms.lostLifePerHour(),
                hours(terms.leadTime()),
                hours(terms.review()),
                hours(terms.plannedDowntime()),
                hours(terms.failureDowntime()),
                terms.usualLife().shape(),
                terms.usualLife().scaleHours());
    }

    /**
     * Returns the terms that were meant.
     *
     * @throws Problem if a field is missing
     * @throws IllegalArgumentException if a value is out of its range
     */
    MaintenanceTerms terms() {
        return new MaintenanceTerms(
                given(failureCost, "failureCost"),
                given(interventionCost, "interventionCost"),
                given(lostLifePerHour, "lostLifePerHour"),
                span(leadTimeHours, "leadTimeHours"),
                span(reviewHours, "reviewHours"),
                span(plannedDowntimeHours, "plannedDowntimeHours"),
                span(failureDowntimeHours, "failureDowntimeHours"),
                new WeibullLife(given(lifeShape, "lifeShape"), given(lifeScaleHours, "lifeScaleHours")));
    }

    private static Duration span(@Nullable Double hours, String field) {
        double span = given(hours, field);
        if (!(Math.abs(span) <= 1e6)) {
            throw new IllegalArgumentException("the field '" + field + "' is " + span + ": expected hours up to 1e6");
        }
        return Duration.ofMillis(Math.round(span * 3.6e6));
    }

    private static double given(@Nullable Double value, String field) {
        if (value == null) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "the field '" + field + "' is missing",
                    "give all fields; GET shows those in force");
        }
        return value;
    }

    private static double hours(Duration span) {
        return span.toMillis() / 3.6e6;
    }
}
