package org.industrialmind.learning.vibration.condition;

import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.vibration.AccelerationSpectrum;
import org.industrialmind.learning.vibration.VibrationFeatures;
import org.industrialmind.learning.vibration.Waveform;

/**
 * How loud a block is in each of many even bands, and its shape: what most published classifiers of bearings are told, and
 * what tells one machine from another better than one fault from another. Stands beside {@link EvidenceFeatures} as what to
 * beat; for a machine that is compared with its own past it is the right thing to look at.
 *
 * @param bands from standstill to half the rate, of even width
 */
public record LevelFeatures(int bands) implements BlockFeatures {
    private static final double QUIETEST = 1e-9; // m/s2: far below what any sensor resolves, so that logarithms exist

    public LevelFeatures {
        if (bands < 1) {
            throw new IllegalArgumentException(bands + " bands: expected at least one");
        }
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int band = 0; band < bands; band++) {
            names.add("band_" + band);
        }
        names.addAll(List.of("rms", "peak", "crest", "kurtosis", "skewness"));
        return names;
    }

    /** @throws IllegalArgumentException if nothing moves, or a band holds no frequency that the block shows */
    @Override
    public double[] row(Waveform block) {
        VibrationFeatures shape = VibrationFeatures.of(block);
        if (Double.isNaN(shape.crest())) {
            throw new IllegalArgumentException(
                    "a block of " + block.size() + " equal readings has no shape: leave out blocks of a dead sensor");
        }
        double[] edges = new double[bands + 1];
        for (int edge = 0; edge <= bands; edge++) {
            edges[edge] = block.rate() / 2 * edge / bands;
        }
        double[] levels = AccelerationSpectrum.of(block).bands(edges);
        double[] row = new double[bands + 5];
        for (int band = 0; band < bands; band++) {
            row[band] = Math.log(levels[band] + QUIETEST);
        }
        row[bands] = Math.log(shape.rms());
        row[bands + 1] = Math.log(shape.peak());
        row[bands + 2] = Math.log(shape.crest());
        row[bands + 3] = Math.log(shape.kurtosis());
        row[bands + 4] = shape.skewness();
        return row;
    }
}
