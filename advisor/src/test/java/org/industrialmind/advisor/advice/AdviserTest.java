package org.industrialmind.advisor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.industrialmind.advisor.diagnosis.Diagnosis;
import org.industrialmind.advisor.diagnosis.RankedMode;
import org.industrialmind.advisor.prognosis.Prognosis;
import org.industrialmind.advisor.prognosis.Prognosis.Outlook;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.EpisodeId;
import org.industrialmind.signal.LifeQuantile;
import org.industrialmind.signal.RemainingLife;
import org.junit.jupiter.api.Test;

final class AdviserTest {
    private static final EpisodeId EPISODE = EpisodeId.of(new AssetId("P-101"), "anomaly/pump", 0);
    private static final RankedMode BEARING = new RankedMode(
            "pump.bearing-wear",
            "Bearing wear",
            "VIB",
            "Drive-end bearing",
            "Plan the bearing change.",
            0.9,
            List.of());
    private static final Diagnosis CLEAR = new Diagnosis(List.of(BEARING), List.of("envelope"), List.of(), List.of());
    private static final RemainingLife ENDLESS =
            ConditionPolicyTest.life(new LifeQuantile(0.05, Double.POSITIVE_INFINITY));

    private static Prognosis prognosis(RemainingLife life, Outlook outlook) {
        return new Prognosis(
                life,
                outlook,
                outlook == Outlook.HEALTHY ? Optional.empty() : Optional.of(EPISODE),
                Duration.ofHours(30),
                14);
    }

    @Test
    void says_why_with_every_number() {
        Advice advice = Adviser.advise(
                prognosis(ConditionPolicyTest.evenly(1000), Outlook.WEARING),
                Optional.of(CLEAR),
                ConditionPolicyTest.terms(90_000, 10_000, 0, 40, 24));

        assertThat(advice.verdict()).isEqualTo(Advice.Verdict.ACT_BY);
        assertThat(advice.actBy()).contains(Instant.EPOCH.plus(Duration.ofHours(60)));
        assertThat(advice.reasons())
                .containsExactly(
                        "Bearing wear has been getting worse for 30 h; it will last between 2.1 days and 40 days with a"
                                + " probability of 90 %, judged by 14 machines that failed.",
                        "A failure costs 90,000 and acting in time 10,000, so a risk of 10 % of failing first is worth"
                                + " taking, and no more.",
                        "That risk is reached in 4.2 days, and parts and crew take 40 h, which leaves 2.5 days to"
                                + " decide.",
                        "It fails before the next review, in 24 h, with a probability of 2.4 %.");
    }

    @Test
    void says_now_when_the_lead_time_has_eaten_the_time_left() {
        Advice advice = Adviser.advise(
                prognosis(ConditionPolicyTest.evenly(100), Outlook.WEARING),
                Optional.of(CLEAR),
                ConditionPolicyTest.terms(90, 10, 0, 40, 24));

        assertThat(advice.verdict()).isEqualTo(Advice.Verdict.ACT_NOW);
        assertThat(advice.reasons()).anySatisfy(reason -> assertThat(reason).endsWith("they are needed now."));
        assertThat(WorkOrderProposal.of(advice).orElseThrow().urgency()).isEqualTo(Urgency.NOW);
    }

    @Test
    void a_healthy_machine_has_no_date_and_no_proposal() {
        Advice advice = Adviser.advise(
                prognosis(ENDLESS, Outlook.HEALTHY), Optional.empty(), ConditionPolicyTest.terms(50, 10, 0, 40, 24));

        assertThat(advice.verdict()).isEqualTo(Advice.Verdict.NOTHING);
        assertThat(advice.actBy()).isEmpty();
        assertThat(WorkOrderProposal.of(advice)).isEmpty();
        assertThat(advice.reasons())
                .containsExactly(
                        "It runs as it usually does: there is no end in sight.",
                        "Replacing it by age, every 69 months of operation, would save 3.6 % of what running to failure"
                                + " costs; its condition tells more.");
    }

    @Test
    void what_is_abnormal_without_growing_is_watched() {
        for (Outlook outlook :
                List.of(Outlook.STEADY, Outlook.TOO_EARLY, Outlook.UNDETERMINED, Outlook.NO_EXPERIENCE)) {
            Advice advice = Adviser.advise(
                    prognosis(ENDLESS, outlook), Optional.of(CLEAR), ConditionPolicyTest.terms(90, 10, 0, 40, 24));
            assertThat(advice.verdict()).isEqualTo(Advice.Verdict.WATCH);
            assertThat(advice.actBy()).isEmpty();
        }
    }

    @Test
    void a_proposal_carries_the_task_the_window_and_what_it_costs() {
        Advice advice = Adviser.advise(
                prognosis(ConditionPolicyTest.evenly(1000), Outlook.WEARING),
                Optional.of(CLEAR),
                ConditionPolicyTest.terms(90_000, 10_000, 0, 40, 24));

        WorkOrderProposal proposal = WorkOrderProposal.of(advice).orElseThrow();

        assertThat(proposal.failureMode()).isEqualTo("Bearing wear");
        assertThat(proposal.task()).isEqualTo("Plan the bearing change.");
        assertThat(proposal.urgency()).isEqualTo(Urgency.PLANNED); // 60 h are more than two reviews of 24 h
        assertThat(proposal.workFrom()).isEqualTo(Instant.EPOCH.plus(Duration.ofHours(40)));
        assertThat(proposal.workBy()).isEqualTo(Instant.EPOCH.plus(Duration.ofHours(100)));
        assertThat(proposal.actBy()).isEqualTo(advice.actBy().orElseThrow());
        assertThat(proposal.cost()).isEqualTo(10_000);
        assertThat(proposal.downtime()).isEqualTo(Duration.ofHours(8));
        assertThat(proposal.state()).isEqualTo(ProposalState.PROPOSED);
    }

    @Test
    void spans_read_as_people_say_them() {
        assertThat(List.of(0.01, 0.3, 1.5, 30.0, 100.0, 5000.0).stream().map(Spans::of))
                .containsExactly("36 s", "18 min", "1.5 h", "30 h", "4.2 days", "6.8 months");
        assertThat(List.of(0.0, 0.0004, 0.05, 0.17, 1.0).stream().map(Spans::percent))
                .containsExactly("0 %", "less than 0.1 %", "5 %", "17 %", "100 %");
    }
}
