package org.industrialmind.stack;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka node that is broker and controller at once.
 *
 * <p>{@link KafkaRaftServer} and {@link Formatter} are internal to Kafka and carry no promise of compatibility: the version is pinned and
 * this class is the only one that names them. The quorum is given by configuration ({@code controller.quorum.voters}), not kept in the
 * log, so that both ports may differ from one run to the next.
 */
final class KafkaBroker implements LocalServer {

    private static final int NODE = 1;
    private static final String CLIENTS = "CLIENTS";
    private static final String CONTROLLER = "CONTROLLER";

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final Duration retention;
    private @Nullable KafkaRaftServer server;

    KafkaBroker(Path folder, int port, int controllerPort, Duration retention) {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
        this.retention = retention;
    }

    @Override
    public ServerName name() {
        return ServerName.KAFKA;
    }

    @Override
    public Endpoint.Kafka start() {
        if (server == null) {
            try {
                format();
                server = launch();
            } catch (Exception e) {
                throw new StackException(
                        ServerName.KAFKA,
                        "Kafka did not start: " + rootMessage(e),
                        "Read kafka.log in the logs folder; if the data of %s is beyond repair, move it away."
                                .formatted(folder),
                        e);
            }
        }
        return new Endpoint.Kafka("127.0.0.1:" + port);
    }

    @Override
    public void stop() {
        KafkaRaftServer running = server;
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
            server = null;
        }
    }

    private KafkaRaftServer launch() {
        KafkaRaftServer fresh = new KafkaRaftServer(KafkaConfig.fromProps(properties(), false), Time.SYSTEM);
        try {
            fresh.startup(); // returns when the broker is unfenced and its listeners are open
            return fresh;
        } catch (RuntimeException e) {
            fresh.shutdown();
            throw e;
        }
    }

    private void format() throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(folder);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName(CONTROLLER)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }

    Properties properties() {
        Properties p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", Integer.toString(NODE));
        p.setProperty("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        p.setProperty(
                "listeners", CLIENTS + "://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        p.setProperty("advertised.listeners", CLIENTS + "://127.0.0.1:" + port);
        p.setProperty("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        p.setProperty("inter.broker.listener.name", CLIENTS);
        p.setProperty("controller.listener.names", CONTROLLER);
        keeping(p);
        alone(p);
        small(p);
        return p;
    }

    /** How records are kept: as the producer compressed them, timed by the broker, for the retention. */
    private void keeping(Properties p) {
        p.setProperty("log.dirs", folder.toString());
        p.setProperty("log.retention.ms", Long.toString(retention.toMillis()));
        p.setProperty("log.segment.bytes", Integer.toString(128 << 20)); // the unit in which old records leave
        p.setProperty("log.message.timestamp.type", "LogAppendTime");
        p.setProperty("compression.type", "producer");
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("unclean.leader.election.enable", "false");
    }

    /** What a cluster would replicate, a single node keeps once. */
    private static void alone(Properties p) {
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            p.setProperty(topic + ".replication.factor", "1");
            p.setProperty(topic + ".num.partitions", "1");
        }
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("default.replication.factor", "1");
        p.setProperty("min.insync.replicas", "1");
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        // a consumer that died is noticed in 10 s, not 45 s: on one machine there is no network to forgive
        p.setProperty("group.consumer.min.session.timeout.ms", "6000");
        p.setProperty("group.consumer.session.timeout.ms", "10000");
        p.setProperty("group.consumer.min.heartbeat.interval.ms", "1000");
        p.setProperty("group.consumer.heartbeat.interval.ms", "2000");
    }

    private static void small(Properties p) {
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "4");
        p.setProperty("background.threads", "2");
        p.setProperty("log.cleaner.threads", "1");
        p.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20)); // the default is 128 MB of heap
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
