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
import org.industrialmind.lifecycle.registry.PromotionGate;
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
    private static final double REGISTERED_RECALL = 0.123; // of a champion
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    private final Map<String, String> registered = new TreeMap<>(); // what each file of the last model holds
    private final Map<String, Double> metrics = new TreeMap<>(); // what was measured of it

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

    /** A registry that looks into the folder it is given, with a champion whose files lie in that folder, or with none. */
    @SuppressWarnings("unchecked") // what is registered is known
    private ModelRegistry registry(Optional<Path> champion) {
        return fake(ModelRegistry.class, (question, asked) -> {
            if (question.equals("champion")) {
                return champion.map(_ -> version(
                        (String) asked[0],
                        DetectorKind.PCA.code(),
                        new Provenance("", "", Map.of(), 0, "", "", Instant.EPOCH),
                        Map.of(PromotionGate.INJECTED_RECALL, REGISTERED_RECALL)));
            }
            if (question.equals("artifact")) {
                return champion.orElseThrow();
            }
            if (!question.equals("register")) {
                throw new UnsupportedOperationException(question);
            }
            registered.clear();
            metrics.clear();
            metrics.putAll((Map<String, Double>) asked[4]);
            try (Stream<Path> files = Files.list((Path) asked[2])) {
                for (Path file : files.toList()) {
                    registered.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
            return version((String) asked[0], (String) asked[1], (Provenance) asked[3], Map.of());
        });
    }

    private static ModelVersion version(String name, String kind, Provenance provenance, Map<String, Double> measured) {
        return new ModelVersion(new ModelRef(name, 1), kind, "", provenance, measured, Instant.EPOCH, false);
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
        return train(kind, logbook, Optional.empty());
    }

    private Map<String, String> train(DetectorKind kind, Logbook logbook, Optional<Path> champion) {
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
        new DetectorTraining(store(), registry(champion), CLOCK).run(task, kind.trainer(CLOCK, logbook), logbook);
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
    void a_champion_is_measured_in_the_same_windows(@TempDir Path champion) throws IOException {
        for (Map.Entry<String, String> file :
                train(DetectorKind.PCA, Logbook.closed()).entrySet()) {
            Files.writeString(champion.resolve(file.getKey()), file.getValue(), StandardCharsets.ISO_8859_1);
        }
        assertThat(metrics).containsKey(PromotionGate.INJECTED_RECALL).doesNotContainKey(PromotionGate.CHAMPION_RECALL);

        train(DetectorKind.PCA, Logbook.closed(), Optional.of(champion));

        assertThat(metrics) // it is the same detector
                .containsEntry(PromotionGate.CHAMPION_RECALL, metrics.get(PromotionGate.INJECTED_RECALL))
                .doesNotContainValue(REGISTERED_RECALL);
    }

    @Test
    void of_a_champion_that_cannot_be_read_counts_what_is_registered(@TempDir Path empty) {
        train(DetectorKind.PCA, Logbook.closed(), Optional.of(empty));

        assertThat(metrics).containsEntry(PromotionGate.CHAMPION_RECALL, REGISTERED_RECALL);
    }

    @Test
    void what_is_no_network_has_no_losses_to_draw() {
        assertThat(train(DetectorKind.PCA, Logbook.closed())).isNotEmpty().doesNotContainKey(DetectorTraining.LOSSES);
    }
}
