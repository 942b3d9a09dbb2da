package org.industrialmind.torch.novelty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.industrialmind.learning.anomaly.StandardWindow;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.novelty.Layout;
import org.industrialmind.learning.novelty.Residuals;

/** What a network did not expect of windows: every row against what was expected of its step. */
record NetworkResiduals(StepCoding coding, Expectation expectation) implements Residuals {
    @Override
    public Layout layout(Layout ofReadings) {
        return new Layout(coding.rows() - firstRow(), ofReadings.channels(), ofReadings.places());
    }

    private int firstRow() {
        return coding.firstRow(expectation.first());
    }

    @Override
    public List<StandardWindow> of(List<StandardWindow> windows) {
        Expected expected = expectation.of(coding.encode(windows));
        List<StandardWindow> left = new ArrayList<>(windows.size());
        for (int w = 0; w < windows.size(); w++) {
            left.add(left(windows.get(w), w, expected));
        }
        return left;
    }

    private StandardWindow left(StandardWindow window, int number, Expected expected) {
        int channels = coding.channels();
        int steps = coding.steps() - expectation.first(); // that are expected
        float[] left = new float[(coding.rows() - firstRow()) * channels];
        for (int s = 0; s < steps; s++) {
            int step = s + expectation.first();
            for (int row = coding.firstRow(step); row < coding.firstRow(step + 1); row++) {
                for (int c = 0; c < channels; c++) {
                    left[(row - firstRow()) * channels + c] =
                            expected.away(window.get(row, c), (number * channels + c) * steps + s);
                }
            }
        }
        return window.with(left);
    }

    @Override
    public Map<String, Tensor> tensors() {
        return expectation.tensors();
    }

    @Override
    public Map<String, Double> facts() {
        return expectation.facts();
    }
}
