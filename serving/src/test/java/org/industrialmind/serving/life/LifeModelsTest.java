package org.industrialmind.serving.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.industrialmind.learning.prognosis.Ending;
import org.industrialmind.learning.prognosis.Fleet;
import org.industrialmind.learning.prognosis.FleetSchema;
import org.industrialmind.learning.prognosis.LifeQuestion;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.RunToFailure;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedFormat;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedModel;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedTrainer;
import org.industrialmind.learning.prognosis.format.LifeFormat;
import org.industrialmind.learning.prognosis.format.LifeFormats;
import org.industrialmind.learning.prognosis.model.FeatureFormat;
import org.industrialmind.learning.prognosis.model.WeibullTrainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeModelsTest {
    private static final LifeQuestion QUESTION = new LifeQuestion(List.of(0.05, 0.5, 0.95), 20, 60);
    private static final CrossFittedModel MODEL =
            new CrossFittedTrainer("ensemble", List.of(new WeibullTrainer(QUESTION)), 2).train(lamps(), 1);

    @TempDir
    private Path folder;

    private final Counting format = new Counting(new CrossFittedFormat(new LifeFormats(FeatureFormat.all())));
    private LifeModels models = new LifeModels(Path.of(""), new LifeFormats(List.of()));

    /** Counts how often a folder is read. */
    private record Counting(LifeFormat behind, AtomicInteger readings) implements LifeFormat {
        Counting(LifeFormat behind) {
            this(behind, new AtomicInteger());
        }

        @Override
        public String kind() {
            return behind.kind();
        }

        @Override
        public void save(RemainingLifeModel model, Path folder) throws IOException {
            behind.save(model, folder);
        }

        @Override
        public RemainingLifeModel load(Path folder) throws IOException {
            readings.incrementAndGet();
            return behind.load(folder);
        }
    }

    private static Fleet lamps() {
        FleetSchema schema = new FleetSchema("lamp", List.of(), List.of("light"), "h");
        List<RunToFailure> lamps = new ArrayList<>();
        for (int lamp = 0; lamp < 4; lamp++) {
            double[] ages = new double[20 + lamp];
            for (int row = 0; row < ages.length; row++) {
                ages[row] = row;
            }
            lamps.add(RunToFailure.of(
                    schema, "lamp " + lamp, ages, new double[ages.length][1], new Ending.Failed(ages.length)));
        }
        return Fleet.of(lamps);
    }

    @BeforeEach
    void keep() throws IOException {
        save("lamps");
        models = new LifeModels(folder, new LifeFormats(List.of(format)));
    }

    private Path save(String name) throws IOException {
        Path kept = Files.createDirectory(folder.resolve(name));
        format.save(MODEL, kept);
        return kept;
    }

    @Test
    void many_that_ask_at_once_have_it_read_once() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<CrossFittedModel>> asked = Stream.generate(
                            () -> callers.submit(() -> models.find("lamps").orElseThrow()))
                    .limit(16)
                    .toList();
            for (Future<CrossFittedModel> one : asked) {
                assertThat(one.get()).isSameAs(asked.getFirst().get());
            }
        }
        assertThat(format.readings()).hasValue(1);
    }

    @Test
    void a_folder_that_was_refused_is_read_again_when_a_file_has_changed_and_not_before() throws IOException {
        Path broken = folder.resolve("lamps/held-out.safetensors");
        byte[] whole = Files.readAllBytes(broken);
        Files.delete(broken);
        for (int time = 0; time < 3; time++) {
            assertThatIOException().isThrownBy(() -> models.find("lamps")).withMessageContaining("held-out");
        }
        assertThat(format.readings()).hasValue(1);
        Files.write(broken, whole);
        assertThat(models.find("lamps")).isPresent();
        assertThat(format.readings()).hasValue(2);
    }

    @Test
    void a_model_whose_folder_was_deleted_is_forgotten_when_another_is_asked_for() throws IOException {
        save("bulbs");
        assertThat(models.find("bulbs")).isPresent();
        Files.delete(folder.resolve("bulbs").resolve(LifeFormat.MODEL));
        assertThat(models.find("lamps")).isPresent();
        assertThat(models.remembered()).isEqualTo(1);
        assertThat(models.find("bulbs")).isEmpty();
    }

    @Test
    void a_folder_whose_name_is_no_part_of_an_address_is_told_apart_from_one_that_is_being_made() throws IOException {
        save("Lamps");
        save(".making-it");
        assertThat(models.names()).containsExactly("lamps");
        assertThat(models.misnamed()).containsExactly("Lamps");
        assertThat(models.find("Lamps")).isEmpty();
    }

    @Test
    void a_member_alone_is_no_model_to_be_asked() throws IOException {
        LifeFormats all = new LifeFormats(FeatureFormat.all());
        all.save(new WeibullTrainer(QUESTION).train(lamps(), 1), Files.createDirectory(folder.resolve("alone")));
        assertThatIOException()
                .isThrownBy(() -> new LifeModels(folder, all).find("alone"))
                .withMessageContaining("holds a model of kind weibull, whose promises nobody has measured");
    }
}
