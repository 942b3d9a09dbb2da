package org.industrialmind.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.industrialmind.learning.Provenance;
import org.industrialmind.lifecycle.registry.ModelRegistry;
import org.industrialmind.lifecycle.registry.ModelVersion;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.ModelRef;
import org.industrialmind.signal.Unit;
import org.industrialmind.telemetry.store.SampleStore;
import org.industrialmind.torch.nn.Logbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorTrainingTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int CHANNELS = 3;
    private static final AssetId PUMP = new AssetId("P-101");
    private static final FrameSchema SCHEMA = new FrameSchema(
            new EquipmentClass("pump"),
            Duration.ofSeconds(1),
            FrameSchema.Precision.SINGLE,
            Stream.of("flow", "pressure", "current")
                    .map(name -> new Channel(name, "", Unit.ONE, Channel.Role.PROCESS))
                    .toList());
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    private final Map<String, String> registered = new TreeMap<>(); // what each file of the last model holds

    /** A store of noise around three levels, every second a row, of whose methods only the one that is asked works. */
    private static SampleStore store() {
        return fake(SampleStore.class, (question, asked) -> {
            if (!question.equals("range")) {
                throw new UnsupportedOperationException(question);
            }
            long[] times = LongStream.rangeClosed(Math.ceilDiv((long) asked[2], SECOND), ((long) asked[3] - 1) / SECOND)
                    .limit((int) asked[4])
                    .map(second -> second * SECOND)
                    .toArray();
            double[] values = LongStream.of(times)
                    .flatMap(time -> LongStream.range(0, CHANNELS).map(channel -> time / SECOND * CHANNELS + channel))
                    .mapToDouble(cell -> 10 + new SplittableRandom(cell).nextGaussian())
                    .toArray();
            return times.length == 0 ? List.of() : List.of(Frame.good(PUMP, SCHEMA, times, values));
        });
    }

    /** A registry without a champion, which looks into the folder it is given. */
    private ModelRegistry registry() {
        return fake(ModelRegistry.class, (question, asked) -> {
            if (question.equals("champion")) {
                return Optional.empty();
            }
            if (!question.equals("register")) {
                throw new UnsupportedOperationException(question);
            }
            registered.clear();
            try (Stream<Path> files = Files.list((Path) asked[2])) {
                for (Path file : files.toList()) {
                    registered.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
            return new ModelVersion(
                    new ModelRef((String) asked[0], 1),
                    (String) asked[1],
                    "",
                    (Provenance) asked[3],
                    Map.of(),
                    Instant.EPOCH,
                    false);
        });
    }

    /** What is answered to the few questions that are asked. */
    private interface Answers {
        Object to(String question, Object[] asked) throws IOException;
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, asked) -> answers.to(method.getName(), asked)));
    }

    private Map<String, String> train(DetectorKind kind, Logbook logbook) {
        DetectorTraining.Task task = new DetectorTraining.Task(
                kind,
                "anomaly/pump",
                SCHEMA,
                List.of(PUMP),
                0,
                Duration.ofMinutes(30).toNanos(),
                20,
                10,
                7);
        new DetectorTraining(store(), registry(), CLOCK).run(task, kind.trainer(CLOCK, logbook), logbook);
        return Map.copyOf(registered);
    }

    @Test
    void a_network_whose_training_was_stopped_becomes_the_same_model_with_the_same_picture(@TempDir Path folder) {
        Map<String, String> undisturbed = train(DetectorKind.DENSE_AUTOENCODER, Logbook.closed());
        Logbook failing = Logbook.in(folder, entry -> {
            if (entry.fit() == 2 && entry.epoch().number() == 3) {
                throw new CancellationException("the worker was stopped");
            }
        });
        assertThatThrownBy(() -> train(DetectorKind.DENSE_AUTOENCODER, failing))
                .isInstanceOf(CancellationException.class);
        List<Logbook.Entry> epochs = new ArrayList<>();
        assertThat(train(DetectorKind.DENSE_AUTOENCODER, Logbook.in(folder, epochs::add)))
                .isEqualTo(undisturbed)
                .hasEntrySatisfying(
                        DetectorTraining.LOSSES,
                        picture -> assertThat(picture).contains("<svg", "held out, fit 1", "held out, fit 2"));
        assertThat(epochs.getFirst().fit()).isEqualTo(2);
        assertThat(epochs.getFirst().epoch().number()).isEqualTo(4);
    }

    @Test
    void what_is_no_network_has_no_losses_to_draw() {
        assertThat(train(DetectorKind.PCA, Logbook.closed())).isNotEmpty().doesNotContainKey(DetectorTraining.LOSSES);
    }
}
