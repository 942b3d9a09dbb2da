package org.industrialmind.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifeMethodTest {
    private static final Fleet FANS = SimulatedLives.of(PlantClass.FAN.equipment(), 4, 1);
    private static final LifeQuestion QUESTION =
            new LifeQuestion(List.of(0.05, 0.5, 0.95), 60, Double.POSITIVE_INFINITY);

    /** The other networks are kept by the format of this one, which torch tries with each. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TCN", "TRANSFORMER"})
    void what_a_method_makes_can_be_kept_by_this_program(LifeMethod method, @TempDir Path folder) throws IOException {
        RemainingLifeModel model = method.trainer(QUESTION).train(FANS, 1);
        LifeMethod.formats().save(model, folder);
        RemainingLifeModel kept = LifeMethod.formats().load(folder);
        RunToFailure fan = FANS.runs().getFirst().prefix(30);
        assertThat(kept.now(fan)).isEqualTo(model.now(fan));
        assertThat(kept.modesAlong(fan, new int[] {20})).isEqualTo(model.modesAlong(fan, new int[] {20}));
        assertThat(kept.kind()).isEqualTo(model.kind());
    }
}
