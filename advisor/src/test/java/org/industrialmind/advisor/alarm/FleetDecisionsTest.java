package org.industrialmind.advisor.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.industrialmind.learning.decision.DecisionState;
import org.industrialmind.learning.decision.FdrState;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Contribution;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Suspect;
import org.junit.jupiter.api.Test;

class FleetDecisionsTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final ModelRef MODEL = new ModelRef("anomaly/centrifugal-pump", 1);
    private static final long STRIDE = Policies.STRIDE.toNanos();

    private final FleetDecisions promising = new FleetDecisions(model -> Optional.of(Policies.promising()), Map.of());

    private FdrState fleet() {
        return promising.fleets().getOrDefault(MODEL.name(), FdrState.initial());
    }

    private static Assessment.Normal normal(int window, double score) {
        return new Assessment.Normal(PUMP, window * STRIDE, MODEL, score);
    }

    private static Assessment.Abnormal abnormal(int window) {
        return new Assessment.Abnormal(
                PUMP, window * STRIDE, MODEL, 3, List.of(new Contribution("flow", 1, 9)), Suspect.MACHINE);
    }

    @Test
    void a_loud_window_counts_once_the_fleet_has_called_a_block_of_its_machine_abnormal() {
        EpisodeWatch watch = EpisodeWatch.initial();
        for (int window = 1; window <= 6; window++) { // the first block
            FleetDecisions.Decided decided = promising.next(watch, abnormal(window));
            assertThat(decided.assessment()).isEqualTo(normal(window, 1));
            watch = decided.watch();
        }
        FleetDecisions.Decided next = promising.next(watch, abnormal(7));
        assertThat(next.assessment()).isEqualTo(abnormal(7));
        assertThat(promising.fleets().values()).extracting(FdrState::decisions).containsExactly(1L);
    }

    @Test
    void what_speaks_against_a_sensor_is_told_as_it_is_and_remembered_of_no_machine() {
        Assessment misread = new Assessment.Abnormal(
                PUMP, STRIDE, MODEL, 3, List.of(new Contribution("flow", 1, 9)), Suspect.SENSOR);
        assertThat(promising.next(EpisodeWatch.initial(), misread))
                .isEqualTo(new FleetDecisions.Decided(EpisodeWatch.initial(), misread));
    }

    @Test
    void small_evidence_that_lasts_becomes_abnormal_though_no_window_was() {
        FleetDecisions patient = new FleetDecisions(model -> Optional.of(Policies.patient()), Map.of());
        EpisodeWatch watch = EpisodeWatch.initial();
        double quiet = Policies.patient().relative(PUMP, 0, 0.93); // of scores between 0 and 1
        boolean told = false;
        for (int window = 1; window <= 600; window++) {
            FleetDecisions.Decided decided = patient.next(watch, normal(window, quiet));
            watch = decided.watch();
            told |= decided.assessment() instanceof Assessment.Abnormal abnormal
                    && abnormal.contributions().isEmpty()
                    && abnormal.score() > 1;
        }
        assertThat(quiet).isLessThan(1);
        assertThat(told).isTrue();
    }

    @Test
    void what_was_seen_before_and_what_was_not_judged_changes_nothing() {
        EpisodeWatch watch =
                promising.next(EpisodeWatch.initial(), normal(1, 0.2)).watch();
        assertThat(watch.under(MODEL)).isNotEqualTo(DecisionState.initial());
        Assessment unseen = new Assessment.NotAssessable(PUMP, 2 * STRIDE, Assessment.Reason.TRANSIENT);
        assertThat(promising.next(watch, unseen)).isEqualTo(new FleetDecisions.Decided(watch, unseen));
        assertThat(promising.next(watch, normal(1, 0.2)).watch()).isEqualTo(watch);
    }

    @Test
    void without_a_policy_assessments_are_taken_as_they_are() {
        FleetDecisions none = new FleetDecisions(model -> Optional.empty(), Map.of());
        assertThat(none.next(EpisodeWatch.initial(), abnormal(1)))
                .isEqualTo(new FleetDecisions.Decided(EpisodeWatch.initial(), abnormal(1)));
        assertThat(none.fleets()).isEmpty();
    }

    @Test
    void another_version_begins_anew_and_the_fleet_goes_on() {
        EpisodeWatch watch = EpisodeWatch.initial();
        for (int window : IntStream.rangeClosed(1, 8).toArray()) {
            watch = promising.next(watch, normal(window, 0.3)).watch();
        }
        ModelRef newer = new ModelRef(MODEL.name(), 2);
        assertThat(watch.under(newer)).isEqualTo(DecisionState.initial());
        EpisodeWatch next = promising
                .next(watch, new Assessment.Normal(PUMP, 9 * STRIDE, newer, 0.3))
                .watch();
        assertThat(next.under(newer).block().windows()).isEqualTo(1);
        assertThat(fleet().decisions()).isEqualTo(1);
    }

    @Test
    void what_is_remembered_comes_back_from_the_database_as_it_was() {
        EpisodeWatch watch = EpisodeWatch.initial();
        for (int window = 1; window <= 14; window++) {
            watch = promising.next(watch, abnormal(window)).watch();
        }
        assertThat(AlarmJson.watch(AlarmJson.of(watch))).isEqualTo(watch);
        assertThat(fleet().decisions()).isPositive();
        assertThat(AlarmJson.fleet(AlarmJson.of(fleet()))).isEqualTo(fleet());
    }
}
