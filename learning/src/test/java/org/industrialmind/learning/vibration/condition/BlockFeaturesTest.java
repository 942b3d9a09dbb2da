package org.industrialmind.learning.vibration.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.industrialmind.learning.vibration.Waveform;
import org.industrialmind.learning.vibration.bearing.BearingCatalogue;
import org.industrialmind.learning.vibration.bearing.BearingOrders;
import org.industrialmind.learning.vibration.bearing.BearingPart;
import org.industrialmind.learning.vibration.bearing.ImpactTrain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockFeaturesTest {
    private static final BearingOrders ORDERS =
            BearingCatalogue.ofTestRigs().bearing("SKF 6205-2RS").orders();

    private static Waveform damaged(BearingPart part, double strength, long seed) {
        return new ImpactTrain(ORDERS, part, strength, 0.01, 0.01).block(1, seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void evidence_does_not_depend_on_how_loud_the_machine_is(long seed) {
        Waveform block = damaged(BearingPart.OUTER_RACE, 6, seed);
        double[] readings = block.accelerations();
        for (int t = 0; t < readings.length; t++) {
            readings[t] *= 100;
        }
        Waveform loud = Waveform.of(readings, block.rate()).atShaftSpeed(block.requireShaftSpeed());
        double[] one = EvidenceFeatures.both(ORDERS).row(block);
        double[] hundred = EvidenceFeatures.both(ORDERS).row(loud);
        for (int f = 0; f < one.length; f++) {
            assertThat(hundred[f]).isCloseTo(one[f], within(1e-9));
        }
        double[] levels = new LevelFeatures(4).row(block);
        double[] louder = new LevelFeatures(4).row(loud);
        for (int f = 0; f < 6; f++) { // four bands, rms and peak follow the level; the shape does not
            assertThat(louder[f] - levels[f]).isCloseTo(Math.log(100), within(1e-6));
        }
        assertThat(louder[7]).isCloseTo(levels[7], within(1e-9));
    }

    @Test
    void every_feature_has_a_name() {
        Waveform block = damaged(BearingPart.OUTER_RACE, 6, 1);
        for (BlockFeatures features :
                List.of(EvidenceFeatures.whitened(ORDERS), EvidenceFeatures.both(ORDERS), new LevelFeatures(32))) {
            assertThat(features.names()).doesNotHaveDuplicates().hasSize(features.row(block).length);
        }
        assertThat(EvidenceFeatures.whitened(ORDERS).names()).containsExactly("ftf", "bsf", "bpfo", "bpfi");
    }

    @Test
    void says_which_features_it_cannot_have() {
        assertThatThrownBy(() -> new LevelFeatures(0)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new EvidenceFeatures(List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new LevelFeatures(2).row(Waveform.of(new double[4096], 12_000)))
                .hasMessageContaining("dead sensor");
    }
}
