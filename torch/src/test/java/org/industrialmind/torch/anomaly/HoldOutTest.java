package org.industrialmind.torch.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.industrialmind.signal.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldOutTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60, 500})
    void no_reading_is_in_two_hands(int windows) {
        HoldOut hands = HoldOut.of(new Mill(1, 2).normal(windows));
        requireApart(hands.fit(), hands.stop());
        requireApart(hands.fit(), hands.calibrate());
        requireApart(hands.stop(), hands.calibrate());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 2000})
    void every_hand_is_dealt_its_share(int windows) {
        HoldOut hands = HoldOut.of(new Mill(1, 2).normal(windows));
        double dealt =
                hands.fit().size() + hands.stop().size() + hands.calibrate().size();
        assertThat(dealt).isGreaterThan(0.8 * 2 * windows);
        assertThat(hands.fit().size() / dealt).isBetween(0.55, 0.65);
        assertThat(hands.stop().size() / dealt).isBetween(0.07, 0.13);
    }

    private static void requireApart(List<Window> some, List<Window> others) {
        for (Window one : some) {
            for (Window other : others) {
                assertThat(one.asset().equals(other.asset())
                                && one.startNanos() < other.endNanos()
                                && other.startNanos() < one.endNanos())
                        .as(one + " and " + other)
                        .isFalse();
            }
        }
    }
}
