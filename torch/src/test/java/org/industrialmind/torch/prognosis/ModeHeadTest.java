package org.industrialmind.torch.prognosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.ModeForecast;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.WearingPumps;
import org.industrialmind.learning.prognosis.format.LifeFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pumps fail by their bearing, which shakes, or by their impeller, which delivers less; of every fourth nobody knows. */
class ModeHeadTest {
    private static final FleetSchema SCHEMA = new FleetSchema("pump", List.of(), List.of("vibration", "flow"), "h");
    private static final LifeQuestion QUESTION = new LifeQuestion(List.of(0.05, 0.5, 0.95), 40, 60);
    private static final SequenceSettings SMALL = new SequenceSettings(4, 4, 8, 4, 15, 16, 3e-2);

    private static Fleet pumps(int units, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RunToFailure> runs = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            int life = 40 + random.nextInt(30);
            boolean bearing = random.nextBoolean();
            double[] ages = new double[life];
            double[][] readings = new double[life][];
            for (int row = 0; row < life; row++) {
                ages[row] = row + 1;
                double wear = Math.exp(-(life - ages[row]) / 12);
                readings[row] = new double[] {
                    (bearing ? wear : 0) + 0.1 * random.nextGaussian(),
                    100 - (bearing ? 0 : wear) + 0.1 * random.nextGaussian()
                };
            }
            Optional<String> mode =
                    Optional.of(bearing ? "bearing" : "impeller").filter(known -> runs.size() % 4 != 3);
            runs.add(RunToFailure.of(SCHEMA, "pump " + i, ages, readings, new Ending.Failed(life, mode)));
        }
        return Fleet.of(runs);
    }

    @Test
    void names_the_mode_of_pumps_it_has_not_seen_and_keeps_it_in_its_files(@TempDir Path folder) throws IOException {
        SequenceModel model = new SequenceTrainer(QUESTION, SequenceArchitecture.LSTM, SMALL).train(pumps(24, 1), 1);
        List<RunToFailure> unseen = pumps(20, 2).runs();
        long known = unseen.stream().filter(run -> run.mode().isPresent()).count();
        long right = unseen.stream()
                .filter(run -> run.mode().isPresent()
                        && leading(model, run).equals(run.mode().get()))
                .count();
        assertThat(right).isGreaterThan(known * 3 / 4);

        SequenceFormat format = new SequenceFormat(SequenceArchitecture.LSTM);
        format.save(model, folder);
        int[] length = {30};
        assertThat(format.load(folder).modesAlong(unseen.getFirst(), length))
                .isEqualTo(model.modesAlong(unseen.getFirst(), length));

        Path head = folder.resolve(LifeFormat.MODEL); // two names that changed places are noticed
        String kept = Files.readString(head);
        String changed = kept.replaceFirst("\"bearing\"(\\s*,\\s*)\"impeller\"", "\"impeller\"$1\"bearing\"");
        assertThat(changed).isNotEqualTo(kept);
        Files.writeString(head, changed);
        assertThatIOException().isThrownBy(() -> format.load(folder)).withMessageContaining("modes of failure");
    }

    @Test
    void refuses_pumps_of_which_too_little_is_known_to_be_asked() {
        double[][] readings = {{0.1, 100}, {0.2, 99}, {0.4, 98}, {0.8, 97}};
        List<RunToFailure> brief = IntStream.range(0, 4)
                .mapToObj(i ->
                        RunToFailure.of(SCHEMA, "pump " + i, new double[] {1, 2, 3, 4}, readings, new Ending.Failed(4)))
                .toList();
        SequenceTrainer trainer = new SequenceTrainer(QUESTION, SequenceArchitecture.LSTM, SMALL);
        assertThatThrownBy(() -> trainer.train(Fleet.of(brief), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 moments to learn from and 0 to judge by")
                .hasMessageContaining("units need 5 rows and more");
    }

    private static String leading(SequenceModel model, RunToFailure run) {
        ModeForecast atTheEnd =
                model.modesAlong(run, new int[] {run.rows() - 2}).getFirst();
        return atTheEnd.ranked().getFirst();
    }

    @Test
    void says_nothing_of_modes_where_no_failure_was_looked_into() {
        SequenceModel model = new SequenceTrainer(QUESTION, SequenceArchitecture.LSTM, SMALL.withEpochs(1))
                .train(WearingPumps.worn(4, 1), 1);
        RunToFailure run = WearingPumps.worn(1, 2).runs().getFirst();
        assertThat(model.modesAlong(run, new int[] {10})).isEmpty();
    }
}
