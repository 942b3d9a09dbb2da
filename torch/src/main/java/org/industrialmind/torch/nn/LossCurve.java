package org.industrialmind.torch.nn;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.industrialmind.learning.plot.Chart;
import org.industrialmind.learning.plot.Series;

/** What a fit said of itself, epoch by epoch. */
public record LossCurve(List<Epoch> epochs) {
    /**
     * One pass over the examples.
     *
     * @param number from 1
     * @param rate learning rate of its last step
     * @param training mean loss of its steps, each before the step was made, with dropout
     * @param heldOut loss on the held-out examples after it
     */
    public record Epoch(int number, double rate, double training, double heldOut) {}

    public LossCurve {
        epochs = List.copyOf(epochs);
    }

    /**
     * Returns the losses over the epochs as a picture.
     *
     * @throws IllegalArgumentException if there is no epoch
     */
    public Chart chart(String title) {
        return drawn(axes(title), "");
    }

    static Chart axes(String title) {
        return Chart.of(title, "epoch", "loss");
    }

    /** Adds both losses to a chart, under their names and what is said after them. */
    Chart drawn(Chart chart, String suffix) {
        return chart.line("training" + suffix, over(Epoch::training)).line("held out" + suffix, over(Epoch::heldOut));
    }

    private Series over(ToDoubleFunction<Epoch> loss) {
        return Series.of(
                epochs.stream().mapToDouble(Epoch::number).toArray(),
                epochs.stream().mapToDouble(loss).toArray());
    }
}
