package org.industrialmind.torch.prognosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeContract;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.WearingPumps;
import org.industrialmind.learning.prognosis.format.LifeFormats;
import org.industrialmind.torch.nn.Network;
import org.junit.jupiter.api.Test;

/** The contract of remaining life, and what every network keeps beside it. */
abstract class SequenceModelContract extends RemainingLifeContract {
    abstract SequenceArchitecture architecture();

    @Override
    protected RemainingLifeTrainer trainer(LifeQuestion question) {
        SequenceSettings small = new SequenceSettings(4, 4, 8, 4, 15, 16, 2e-2);
        return new SequenceTrainer(question, architecture(), small);
    }

    @Override
    protected LifeFormats formats() {
        return new LifeFormats(SequenceFormat.all());
    }

    @Test
    void scores_in_onnx_what_it_learned_in_libtorch() {
        Fleet fleet = WearingPumps.worn(4, 2);
        SequenceSettings once = new SequenceSettings(8, 3, 16, 10, 1, 32, 1e-2);
        SequenceModel model = new SequenceTrainer(QUESTION, architecture(), once).train(fleet, 1);
        RunToFailure run = fleet.runs().getFirst();
        float[] course = new float[model.coding().size()];
        model.coding().prepared(run).write(30, course, 0);
        float[] scored = model.network().forward(course);
        try (Network network = Network.create(model.network().spec(), 5)) {
            network.load(model.weights());
            float[] learned = network.forward(course);
            for (int i = 0; i < scored.length; i++) {
                assertThat(scored[i]).isCloseTo(learned[i], within(1e-5f)); // 3e-7 was seen; sums differ in order
            }
        }
    }
}
