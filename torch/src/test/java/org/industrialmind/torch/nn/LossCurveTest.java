package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LossCurveTest {
    private static final Pattern LINE =
            Pattern.compile("<path d=\"M([\\d.]+) ([\\d.]+) ?L([\\d.]+) ([\\d.]+)\" fill=\"none\"");
    private static final double TENTH = 0.15; // of a point: twice what the picture rounds to, and some

    @Test
    void both_losses_are_drawn_to_one_scale_epoch_by_epoch() {
        LossCurve curve =
                new LossCurve(List.of(new LossCurve.Epoch(1, 1e-3, 0.9, 0.8), new LossCurve.Epoch(2, 1e-3, 0.5, 0.6)));
        String picture = curve.chart("pump autoencoder").svg();
        assertThat(picture).contains("pump autoencoder", "training", "held out", "epoch");
        List<MatchResult> lines = LINE.matcher(picture).results().toList();
        assertThat(lines).hasSize(2);
        double[] training = numbers(lines.get(0)); // x and y of the first epoch, then of the second; y points down
        double[] heldOut = numbers(lines.get(1));
        double unit = (training[3] - training[1]) / 0.4; // points for a loss of 1
        assertThat(unit).isPositive();
        assertThat(heldOut[1] - training[1]).isCloseTo(0.1 * unit, within(TENTH));
        assertThat(heldOut[3] - training[3]).isCloseTo(-0.1 * unit, within(TENTH));
        assertThat(heldOut[0]).isEqualTo(training[0]).isLessThan(heldOut[2]);
        assertThat(heldOut[2]).isEqualTo(training[2]);
    }

    private static double[] numbers(MatchResult line) {
        double[] numbers = new double[4];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(line.group(i + 1));
        }
        return numbers;
    }
}
