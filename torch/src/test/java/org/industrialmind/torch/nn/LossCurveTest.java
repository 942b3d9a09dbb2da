package org.industrialmind.torch.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossCurveTest {
    @Test
    void is_drawn_with_both_of_its_losses() {
        LossCurve curve =
                new LossCurve(List.of(new LossCurve.Epoch(1, 1e-3, 0.9, 0.8), new LossCurve.Epoch(2, 1e-3, 0.5, 0.6)));
        String picture = new String(curve.chart("pump autoencoder").bytes(), StandardCharsets.UTF_8);
        assertThat(picture).contains("pump autoencoder", "training", "held out", "epoch");
    }
}
