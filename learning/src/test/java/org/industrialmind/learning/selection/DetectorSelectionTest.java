package org.industrialmind.learning.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.industrialmind.learning.anomaly.SyntheticMachines;
import org.industrialmind.learning.anomaly.WindowSet;
import org.industrialmind.learning.evaluation.FaultKind;
import org.industrialmind.learning.novelty.NoveltySettings;
import org.industrialmind.learning.novelty.NoveltyTrainer;
import org.industrialmind.learning.novelty.Pca;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorSelectionTest {
    private static final AssetId ONE = new AssetId("S-1");
    private static final AssetId TWO = new AssetId("S-2");
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private static final DetectorCandidate BLIND = SingleLook.blind().candidate();
    private static final DetectorCandidate LEVEL = SingleLook.level().candidate();
    private static final DetectorCandidate RESTLESSNESS =
            SingleLook.restlessness().candidate();
    private static final DetectorCandidate PCA =
            new DetectorCandidate("pca", new NoveltyTrainer(Pca.defaults(), NoveltySettings.defaults(), () -> START));

    private static WindowSet normal(long seed) {
        SyntheticMachines machines = new SyntheticMachines(seed);
        List<Window> windows = new ArrayList<>(machines.normal(ONE, START, Duration.ofHours(4)));
        windows.addAll(machines.normal(TWO, START, Duration.ofHours(4)));
        return new WindowSet("two synthetic machines", windows);
    }

    private static Selection choose(long seed, DetectorCandidate... candidates) {
        return new DetectorSelection(List.of(candidates), SelectionSettings.defaults()).choose(normal(seed), seed);
    }

    private static CandidateEvidence evidence(Choice choice, DetectorCandidate candidate) {
        return choice.ranking().stream()
                .filter(row -> row.candidate().equals(candidate.name()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void shows_which_kind_of_fault_each_candidate_sees_and_drops_the_blind_one(long seed) {
        Selection selection = choose(seed, BLIND, LEVEL, RESTLESSNESS, PCA);
        for (AssetId asset : List.of(ONE, TWO)) {
            Choice choice = selection.of(asset);
            CandidateEvidence level = evidence(choice, LEVEL);
            CandidateEvidence restless = evidence(choice, RESTLESSNESS);
            assertThat(level.found(FaultKind.SHIFT)).isGreaterThan(restless.found(FaultKind.SHIFT) + 0.3);
            assertThat(restless.found(FaultKind.NOISE)).isGreaterThan(level.found(FaultKind.NOISE) + 0.3);
            assertThat(restless.found(FaultKind.STUCK)).isGreaterThan(0.9);
            assertThat(evidence(choice, BLIND).worth()).isLessThan(0.1);
            assertThat(choice.ranking().getLast().candidate()).isEqualTo("blind");
            assertThat(choice.best()).as("\n" + choice.table()).isEqualTo("pca"); // looks at both, and at relations
        }
        assertThat(selection.whole().best()).isEqualTo("pca");
        assertThat(selection.of(new AssetId("S-99")))
                .as("a machine it has not seen")
                .isEqualTo(selection.whole());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void makes_a_detector_pay_for_being_unsteady(long seed) {
        SyntheticMachines machines = new SyntheticMachines(seed);
        // normal, but for a channel whose noise doubles in the last hour: the level hardly notices, the noise does
        List<Window> windows = machines.windows(ONE, START, Duration.ofHours(4), (second, row) -> {
            if (second > 3 * 3600 + 900) {
                row[2] += (float) (((second * 7919L) % 1000 / 500.0 - 1) * 6 * machines.deviation(ONE, 1));
            }
        });
        Selection selection = new DetectorSelection(List.of(LEVEL, RESTLESSNESS), SelectionSettings.defaults())
                .choose(new WindowSet("one machine", windows), seed);
        CandidateEvidence level = evidence(selection.of(ONE), LEVEL);
        CandidateEvidence restless = evidence(selection.of(ONE), RESTLESSNESS);
        assertThat(restless.tailSpread()).isGreaterThan(1.5 * level.tailSpread());
        assertThat(restless.price()).isGreaterThan(level.price());
        assertThat(restless.found(FaultKind.NOISE))
                .isLessThan(evidence(choose(seed, LEVEL, RESTLESSNESS).of(ONE), RESTLESSNESS)
                        .found(FaultKind.NOISE));
    }

    @Test
    void is_the_same_for_the_same_windows_and_seed() {
        assertThat(choose(4, LEVEL)).isEqualTo(choose(4, LEVEL));
    }

    @Test
    void prefers_the_first_listed_of_equals() {
        DetectorCandidate twin = new DetectorCandidate("twin", SingleLook.level());
        assertThat(choose(1, LEVEL, twin).whole().best()).isEqualTo("level");
        assertThat(choose(1, twin, LEVEL).whole().best()).isEqualTo("twin");
    }

    @Test
    void can_be_given_nothing_that_carries_a_label() {
        List<String> taken = Arrays.stream(DetectorSelection.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                .map(Class::getSimpleName)
                .toList();
        assertThat(taken).containsOnly("WindowSet", "long"); // windows and a seed
        List<String> fields = Arrays.stream(Window.class.getDeclaredFields())
                .map(Field::getName)
                .toList();
        assertThat(fields).containsExactlyInAnyOrder("asset", "schema", "endNanos", "length", "values", "missing");
    }

    @Test
    void prints_a_table_of_its_evidence() {
        Choice choice = choose(1, LEVEL, RESTLESSNESS).whole();
        assertThat(choice.table().lines()).hasSize(3);
        assertThat(choice.table()).contains("candidate", "decoupled", "level", "restlessness");
    }

    @Test
    void refuses_no_candidates_and_two_of_one_name() {
        assertThatThrownBy(() -> new DetectorSelection(List.of(), SelectionSettings.defaults()))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> new DetectorSelection(List.of(LEVEL, LEVEL), SelectionSettings.defaults()))
                .hasMessageContaining("a name of its own");
        assertThatThrownBy(() -> new Choice(List.of())).hasMessageContaining("no candidates");
    }
}
