package org.industrialmind.app.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.table.RunTable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifeMethodTest {
    private static final LifeQuestion QUESTION =
            new LifeQuestion(List.of(0.05, 0.5, 0.95), 60, Double.POSITIVE_INFINITY);

    /** The other networks are kept by the format of this one, which torch tries with each. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TCN", "TRANSFORMER"})
    void what_a_method_makes_can_be_kept_by_this_program(LifeMethod method, @TempDir Path folder) throws IOException {
        RunTable table = RunTable.read(Files.writeString(folder.resolve("runs.csv"), PumpRuns.csv(5, 1)));
        Fleet pumps = table.fleet(table.schema("pumps", List.of("speed"), List.of(), "h"));
        RemainingLifeModel model = method.trainer(QUESTION).train(pumps, 1);
        Path place = Files.createDirectory(folder.resolve("model"));
        LifeMethod.formats().save(model, place);
        RemainingLifeModel kept = LifeMethod.formats().load(place);
        RunToFailure pump = pumps.runs().getFirst().prefix(30);
        assertThat(kept.now(pump)).isEqualTo(model.now(pump));
        assertThat(kept.modesAlong(pump, new int[] {20})).isEqualTo(model.modesAlong(pump, new int[] {20}));
        assertThat(kept.kind()).isEqualTo(model.kind());
    }
}
