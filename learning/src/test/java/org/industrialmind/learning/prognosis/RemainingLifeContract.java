package org.industrialmind.learning.prognosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.industrialmind.learning.format.SafeTensors;
import org.industrialmind.learning.format.Tensor;
import org.industrialmind.learning.prognosis.format.LifeFormat;
import org.industrialmind.learning.prognosis.format.LifeFormats;
import org.industrialmind.learning.prognosis.model.FeatureFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every trainer of remaining life keeps, and every model it makes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RemainingLifeContract {
    protected static final LifeQuestion QUESTION = new LifeQuestion(List.of(0.05, 0.5, 0.95), 40, 60);
    private static final Fleet FLEET = WearingPumps.someStillRunning(15, 1);
    private static final RunToFailure UNSEEN = WearingPumps.worn(1, 99).runs().getFirst();

    /** Returns a trainer of the method, small enough for a fleet of fifteen short runs. */
    protected abstract RemainingLifeTrainer trainer(LifeQuestion question);

    /** Whether the method looks at more than the calendar, so that it knows a worn unit from a new one. */
    protected boolean looksAtTheUnit() {
        return true;
    }

    /** Returns the formats among which that of the model is. */
    protected LifeFormats formats() {
        return new LifeFormats(FeatureFormat.all());
    }

    private final Map<Long, RemainingLifeModel> trained = new HashMap<>();

    /** Returns the model of that seed, trained once for all tests. */
    private RemainingLifeModel model(long seed) {
        return trained.computeIfAbsent(seed, other -> trainer(QUESTION).train(FLEET, seed));
    }

    @Test
    void answers_the_question_it_was_asked() {
        RemainingLifeModel model = model(1);
        assertThat(model.question()).isEqualTo(QUESTION);
        assertThat(model.schema()).isEqualTo(WearingPumps.SCHEMA);
        int[] lengths = IntStream.rangeClosed(1, UNSEEN.rows()).toArray();
        for (LifeForecast forecast : model.along(UNSEEN, lengths)) {
            assertThat(forecast.levels()).isEqualTo(QUESTION.levels());
            assertThat(forecast.lives()).isSorted();
            assertThat(forecast.lives()[0]).isNotNegative();
            assertThat(forecast.restrictedMean()).isBetween(0.0, QUESTION.horizon());
        }
    }

    @Test
    void a_forecast_knows_nothing_of_what_comes_later() {
        RemainingLifeModel model = model(1);
        int[] lengths = {10, 25, 40};
        List<LifeForecast> along = model.along(UNSEEN, lengths);
        for (int i = 0; i < lengths.length; i++) {
            LifeForecast then = model.now(UNSEEN.prefix(lengths[i]));
            assertThat(then.mean()).isCloseTo(along.get(i).mean(), within(1e-4));
            assertThat(then.lives()).containsExactly(along.get(i).lives(), within(1e-4));
        }
    }

    @Test
    void the_same_seed_gives_the_same_model() {
        RemainingLifeModel again = trainer(QUESTION).train(FLEET, 1);
        assertThat(again.now(UNSEEN.prefix(30))).isEqualTo(model(1).now(UNSEEN.prefix(30)));
    }

    @Test
    void expects_less_of_a_worn_unit_than_of_a_new_one() {
        RemainingLifeModel model = model(1);
        double young = model.now(UNSEEN.prefix(15)).mean();
        double worn = model.now(UNSEEN.prefix(UNSEEN.rows() - 2)).mean();
        if (looksAtTheUnit()) {
            assertThat(worn).isLessThan(young / 2);
        } else {
            assertThat(worn).isLessThanOrEqualTo(young);
        }
    }

    @Test
    void remembers_what_it_was_trained_on() {
        assertThat(model(1).provenance().seed()).isEqualTo(1);
        assertThat(model(1).provenance().data()).contains("15 units").contains("12 failed");
        assertThat(model(1).provenance().trainer()).isEqualTo(trainer(QUESTION).name());
    }

    @Test
    void a_kept_model_answers_bit_for_bit_and_is_kept_again_byte_for_byte(@TempDir Path folder) throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        RemainingLifeModel model = model(1);
        formats().save(model, first);
        RemainingLifeModel kept = formats().load(first);
        int[] lengths = IntStream.rangeClosed(1, UNSEEN.rows()).toArray();
        assertThat(kept.along(UNSEEN, lengths)).isEqualTo(model.along(UNSEEN, lengths));
        assertThat(kept.modesAlong(UNSEEN, lengths)).isEqualTo(model.modesAlong(UNSEEN, lengths));
        assertThat(kept.outlook(UNSEEN, 10).failureWithin())
                .isEqualTo(model.outlook(UNSEEN, 10).failureWithin());
        assertThat(kept.kind()).isEqualTo(model.kind());
        assertThat(kept.schema()).isEqualTo(model.schema());
        assertThat(kept.question()).isEqualTo(model.question());
        assertThat(kept.provenance()).isEqualTo(model.provenance());
        formats().save(kept, second);
        for (Path file : files(first)) {
            assertThat(second.resolve(first.relativize(file))).hasSameBinaryContentAs(file);
        }
        assertThat(files(second)).hasSameSizeAs(files(first));
    }

    @Test
    void a_folder_with_a_file_cut_short_or_missing_is_refused(@TempDir Path folder) throws IOException {
        formats().save(model(1), folder);
        for (Path file : files(folder)) {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length - 9));
            assertThatIOException()
                    .as(file.toString())
                    .isThrownBy(() -> formats().load(folder));
            Files.delete(file);
            assertThatIOException()
                    .isThrownBy(() -> formats().load(folder))
                    .withMessageContaining(file.getFileName().toString());
            Files.write(file, whole);
        }
        assertThat(formats().load(folder).now(UNSEEN)).isEqualTo(model(1).now(UNSEEN));
    }

    @Test
    void a_model_that_answers_otherwise_than_when_it_was_saved_is_refused(@TempDir Path folder) throws IOException {
        formats().save(model(1), folder);
        Path file = files(folder).stream()
                .filter(each -> each.toString().endsWith(".safetensors"))
                .findFirst()
                .orElseThrow();
        Map<String, Tensor> tensors = new HashMap<>(SafeTensors.read(file).tensors());
        tensors.replaceAll((name, tensor) -> name.startsWith("smoke.") ? doubled(tensor) : tensor);
        new SafeTensors(tensors).write(file);
        assertThatIOException()
                .isThrownBy(() -> formats().load(folder))
                .withMessageContaining("when it was saved: save it again");
    }

    /** Returns twice the numbers, and one more, so that none is what it was. */
    private static Tensor doubled(Tensor tensor) {
        long[] shape = tensor.shape().stream().mapToLong(size -> size).toArray();
        if (tensor.type() == Tensor.Type.F32) {
            float[] values = tensor.floats();
            for (int i = 0; i < values.length; i++) {
                values[i] = 2 * values[i] + 1;
            }
            return Tensor.of(values, shape);
        }
        return Tensor.of(
                Arrays.stream(tensor.doubles()).map(value -> 2 * value + 1).toArray(), shape);
    }

    @Test
    void a_folder_of_another_kind_is_refused(@TempDir Path folder) throws IOException {
        formats().save(model(1), folder);
        Path head = folder.resolve(LifeFormat.MODEL);
        String kind = "\"" + model(1).kind() + "\"";
        Files.writeString(head, Files.readString(head).replaceFirst(Pattern.quote(kind), "\"crystal ball\""));
        assertThatIOException()
                .isThrownBy(() -> formats().load(folder))
                .withMessageContaining("model.json")
                .withMessageContaining("crystal ball")
                .withMessageContaining("expected one of");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void refuses_a_unit_of_another_fleet() {
        FleetSchema other = new FleetSchema("fan", List.of(), List.of("vibration"), "h");
        RunToFailure fan =
                RunToFailure.of(other, "fan 1", new double[] {1}, new double[][] {{0.5}}, new Ending.StillRunning(1));
        RemainingLifeModel model = model(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.now(fan))
                .withMessageContaining("fan 1")
                .withMessageContaining("expected");
    }
}
