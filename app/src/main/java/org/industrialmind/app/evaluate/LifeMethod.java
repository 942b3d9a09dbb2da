package org.industrialmind.app.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeTrainer;
import org.industrialmind.learning.prognosis.model.ConstantTrainer;
import org.industrialmind.learning.prognosis.model.CoxTrainer;
import org.industrialmind.learning.prognosis.model.RidgeTrainer;
import org.industrialmind.learning.prognosis.model.TreesTrainer;
import org.industrialmind.learning.prognosis.model.WeibullTrainer;
import org.industrialmind.torch.prognosis.SequenceArchitecture;
import org.industrialmind.torch.prognosis.SequenceTrainer;

/** A method that can be a member of the ensemble; each is shown on its own as well. */
public enum LifeMethod {
    CONSTANT(ConstantTrainer::new),
    WEIBULL(WeibullTrainer::new),
    RIDGE(RidgeTrainer::of),
    COX(CoxTrainer::of),
    TREES(TreesTrainer::of),
    LSTM(question -> SequenceTrainer.of(question, SequenceArchitecture.LSTM)),
    TCN(question -> SequenceTrainer.of(question, SequenceArchitecture.TEMPORAL_CONVOLUTION)),
    TRANSFORMER(question -> SequenceTrainer.of(question, SequenceArchitecture.TWO_STAGE_TRANSFORMER));

    @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
    private final Function<LifeQuestion, RemainingLifeTrainer> trainer;

    LifeMethod(Function<LifeQuestion, RemainingLifeTrainer> trainer) {
        this.trainer = trainer;
    }

    /** @throws IllegalArgumentException if there is no such method */
    public static LifeMethod parse(String name) {
        return Arrays.stream(values())
                .filter(method -> method.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown method " + name + ": expected some of "
                        + Arrays.stream(values()).map(LifeMethod::code).toList()));
    }

    /** Returns the name on the command line. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    RemainingLifeTrainer trainer(LifeQuestion question) {
        return trainer.apply(question);
    }
}
