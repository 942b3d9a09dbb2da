package org.industrialmind.learning.vibration.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.industrialmind.learning.vibration.Waveform;
import org.industrialmind.learning.vibration.bearing.BearingOrders;
import org.industrialmind.learning.vibration.bearing.BearingPart;
import org.industrialmind.learning.vibration.bearing.EnvelopeAnalysis;
import org.industrialmind.learning.vibration.bearing.FaultEvidence;

/**
 * The evidence for each part of the bearing, and nothing else: what stays the same when load, speed, size of the fault,
 * sensor and machine change.
 *
 * <p>Orders take out the speed, the noise floor takes out how loud the machine is and how its housing carries sound. What is
 * left of the size of a fault is how far its lines stand out, and there the difference between none and some means more than
 * that between much and more: a row holds log(1 + score) of scores above 0.
 *
 * @param views the ways in which a block is looked at; each gives one feature a part
 */
public record EvidenceFeatures(List<EnvelopeAnalysis> views) implements BlockFeatures {
    public EvidenceFeatures {
        views = List.copyOf(views);
        if (views.isEmpty()) {
            throw new IllegalArgumentException("no view of the block: expected at least one envelope analysis");
        }
    }

    /** Returns the evidence in a whitened wide band. */
    public static EvidenceFeatures whitened(BearingOrders orders) {
        return new EvidenceFeatures(List.of(EnvelopeAnalysis.of(orders)));
    }

    /** Returns the evidence in a wide band, whitened and as it is. */
    public static EvidenceFeatures both(BearingOrders orders) {
        EnvelopeAnalysis whitened = EnvelopeAnalysis.of(orders);
        return new EvidenceFeatures(List.of(whitened, whitened.withoutWhitening()));
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int view = 0; view < views.size(); view++) {
            for (BearingPart part : BearingPart.values()) {
                names.add(part.frequency().toLowerCase(Locale.ROOT) + (view == 0 ? "" : "_" + (view + 1)));
            }
        }
        return names;
    }

    @Override
    public double[] row(Waveform block) {
        double[] row = new double[names().size()];
        int at = 0;
        for (EnvelopeAnalysis view : views) {
            FaultEvidence evidence = view.evidence(block);
            for (BearingPart part : BearingPart.values()) {
                row[at++] = Math.log1p(Math.max(evidence.of(part).score(), 0));
            }
        }
        return row;
    }
}
