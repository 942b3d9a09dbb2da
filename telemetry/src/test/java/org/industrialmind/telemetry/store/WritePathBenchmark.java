package org.industrialmind.telemetry.store;

import com.sun.management.OperatingSystemMXBean;
import io.questdb.client.Sender;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.Channel;
import org.industrialmind.signal.EquipmentClass;
import org.industrialmind.signal.Frame;
import org.industrialmind.signal.FrameSchema;
import org.industrialmind.signal.Unit;

/**
 * What it costs to write rows of fifty values to a real QuestDB: our encoder over HTTP beside the official client, in turns and in
 * one run. The server runs in this JVM, so processor time is told apart by thread: the calling one and those of the HTTP client are
 * the client's.
 *
 * <p>Arguments: folder for the data, seconds for each turn (default 5).
 */
public final class WritePathBenchmark {
    private static final int WIDTH = 50;
    private static final int ROWS = 20;
    private static final int FRAMES = 250; // 5,000 rows a request
    private static final int ASSETS = 200;

    private static long clock = 1_700_000_000_000_000_000L;

    private WritePathBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("write-path");
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 5;
        FrameSchema schema = schema();
        encodeOnly(schema, seconds);
        try (LocalQuestDb server = new LocalQuestDb(folder).start();
                SampleStore store = new QuestDbSampleStore(server.config());
                Sender sender = Sender.fromConfig(server.clientAddress() + "auto_flush=off;")) {
            store.prepare(schema);
            for (int turn = 0; turn < 3; turn++) {
                measure("own encoder, HTTP", schema, seconds, store::write);
                store.awaitVisible(Duration.ofSeconds(60));
                measure("official client", schema, seconds, frames -> official(sender, schema, frames));
                store.awaitVisible(Duration.ofSeconds(60));
            }
        }
        System.exit(0); // the server leaves threads behind
    }

    private static void encodeOnly(FrameSchema schema, double seconds) {
        LineProtocolEncoder encoder = new LineProtocolEncoder(LineProtocolEncoder.Dialect.QUESTDB);
        LineProtocolEncoder.Layout layout = new LineProtocolEncoder.Layout(LineProtocolEncoder.Dialect.QUESTDB, schema);
        for (int turn = 0; turn < 3; turn++) {
            measure("own encoder alone", schema, seconds / 2, frames -> {
                encoder.clear();
                frames.forEach(frame -> encoder.append(layout, frame));
            });
        }
    }

    private static void official(Sender sender, FrameSchema schema, List<Frame> frames) {
        String table = SampleTable.of(schema).name();
        for (Frame frame : frames) {
            for (int row = 0; row < frame.rows(); row++) {
                sender.table(table).symbol("asset", frame.asset().value());
                for (int c = 0; c < WIDTH; c++) {
                    sender.doubleColumn(schema.channel(c).name(), frame.value(row, c));
                }
                sender.at(frame.time(row), ChronoUnit.NANOS);
            }
        }
        sender.flush();
    }

    private static void measure(String what, FrameSchema schema, double seconds, Consumer<List<Frame>> write) {
        double client = -clientNanos();
        double process = -processNanos();
        double making = 0;
        long start = System.nanoTime();
        long rows = 0;
        while (System.nanoTime() - start < seconds * 1e9) {
            double before = clientNanos();
            List<Frame> frames = frames(schema);
            making += clientNanos() - before;
            write.accept(frames);
            rows += ROWS * FRAMES;
        }
        double wall = System.nanoTime() - start;
        client += clientNanos() - making;
        process += processNanos() - making;
        System.out.printf(
                Locale.ROOT,
                "%-20s %8.0f rows/s %6.2f M values/s  client %6.2f us/row  client and server %6.2f us/row%n",
                what,
                rows / wall * 1e9,
                rows * WIDTH / wall * 1e3,
                client / rows / 1e3,
                process / rows / 1e3);
    }

    /** The time of this thread and of those that the HTTP client keeps. */
    private static double clientNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double nanos = threads.getCurrentThreadCpuTime();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("HttpClient")) {
                nanos += Math.max(0, threads.getThreadCpuTime(thread.threadId()));
            }
        }
        return nanos;
    }

    private static double processNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static final double[] NOISE =
            new Random(1).doubles(ROWS * WIDTH * 64L).toArray();

    private static List<Frame> frames(FrameSchema schema) {
        List<Frame> frames = new ArrayList<>(FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            long[] times = new long[ROWS];
            for (int row = 0; row < ROWS; row++) {
                times[row] = clock += 1_000;
            }
            int from = i % 64 * ROWS * WIDTH;
            double[] values = Arrays.copyOfRange(NOISE, from, from + ROWS * WIDTH);
            frames.add(Frame.good(new AssetId("P-" + i % ASSETS), schema, times, values));
        }
        return frames;
    }

    private static FrameSchema schema() {
        List<Channel> channels = IntStream.range(0, WIDTH)
                .mapToObj(i -> new Channel("sensor_value_" + i, "", Unit.ONE, Channel.Role.PROCESS))
                .toList();
        return new FrameSchema(
                new EquipmentClass("benchmark"), Duration.ofSeconds(1), FrameSchema.Precision.SINGLE, channels);
    }
}
