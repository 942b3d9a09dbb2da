package org.industrialmind.torch.anomaly;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.torch.onnx.SharedNetwork;

/** Gives windows back through the network and says what was lost. */
record Reconstruction(WindowCoding coding, SharedNetwork network) {
    private static final int BATCH = 256; // where ONNX Runtime's throughput has levelled off; 1 MB of input at most

    /** Returns the residuals of each window, in order. */
    List<Residuals> residuals(List<Standing> windows) {
        List<Residuals> residuals = new ArrayList<>(windows.size());
        for (int from = 0; from < windows.size(); from += BATCH) {
            residuals.addAll(batch(windows.subList(from, Math.min(windows.size(), from + BATCH))));
        }
        return residuals;
    }

    private List<Residuals> batch(List<Standing> windows) {
        float[] givenBack = network.forward(inputs(coding, windows)); // [window, judged, step]
        List<Residuals> residuals = new ArrayList<>(windows.size());
        for (int w = 0; w < windows.size(); w++) {
            residuals.add(Residuals.of(coding, windows.get(w), givenBack, w * coding.outputSize()));
        }
        return residuals;
    }

    /** Returns the windows as the network reads them, one after the other. */
    static float[] inputs(WindowCoding coding, List<Standing> windows) {
        float[] inputs = new float[windows.size() * coding.inputSize()];
        for (int w = 0; w < windows.size(); w++) {
            coding.encode(windows.get(w), inputs, w * coding.inputSize());
        }
        return inputs;
    }

    /** Returns what the network should give back for those inputs. */
    static float[] judged(WindowCoding coding, float[] inputs) {
        int windows = inputs.length / coding.inputSize();
        float[] judged = new float[windows * coding.outputSize()];
        for (int w = 0; w < windows; w++) {
            coding.judged(inputs, w * coding.inputSize(), judged, w * coding.outputSize());
        }
        return judged;
    }
}
