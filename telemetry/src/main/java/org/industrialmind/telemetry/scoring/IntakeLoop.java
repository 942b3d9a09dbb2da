package org.industrialmind.telemetry.scoring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.industrialmind.telemetry.scoring.OffsetLedger.CommitPoint;
import org.industrialmind.telemetry.wire.KafkaSettings;
import org.industrialmind.telemetry.wire.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the partitions that the group has given to this process, as fast as scorer and store can follow, and commits
 * what is done.
 *
 * <p>Partitions come and go only inside {@code poll} (KIP-848, the consumer rebalance protocol). One that comes is sought
 * to its rebuild offset; one that is asked back is drained and committed; one that was taken away is dropped without a
 * word, since somebody else owns it by now.
 */
final class IntakeLoop implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeLoop.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration COMMIT_PATIENCE = Duration.ofSeconds(3);
    private static final long TICK_MILLIS = 5;

    private final ScoringConfig config;
    private final PartitionIntake.Outlets outlets;
    private final Function<CommitPoint, PartitionIntake> intakeFrom;
    private final Probe probe;
    private final InstantSource clock;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, PartitionIntake> intakes = new HashMap<>();
    private final Deque<ConsumerRecord<byte[], byte[]>> polled = new ArrayDeque<>();
    private final Backpressure backpressure = new Backpressure();
    private final Set<TopicPartition> paused = new HashSet<>();

    private long nextCommit = System.nanoTime();
    private Optional<Instant> lastCommit = Optional.empty();
    private volatile boolean stopping;
    private volatile boolean crashed;
    private volatile boolean resting;
    private volatile ScoringSnapshot.Gauges gauges = ScoringSnapshot.Gauges.NOTHING;

    IntakeLoop(
            KafkaSettings settings,
            ScoringConfig config,
            PartitionIntake.Outlets outlets,
            Function<CommitPoint, PartitionIntake> intakeFrom,
            Probe probe,
            InstantSource clock) {
        this.config = config;
        this.outlets = outlets;
        this.intakeFrom = intakeFrom;
        this.probe = probe;
        this.clock = clock;
        consumer = new KafkaConsumer<>(
                settings.client(Map.of(
                        "group.id",
                        config.groupId(),
                        "group.protocol",
                        "consumer",
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "max.poll.interval.ms",
                        (int) config.maxPollInterval().toMillis())),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Reads until stopped or crashed; the consumer is closed when this returns. */
    void run(Consumer<Throwable> failure) {
        try {
            consumer.subscribe(List.of(Topics.FRAMES), this);
            while (!stopping) {
                turn();
            }
            giveUp(Set.copyOf(intakes.keySet()));
        } catch (WakeupException | InterruptException _) {
            crashed |= !stopping; // only a stop wakes us
        } catch (Throwable unexpected) {
            crashed = true;
            failure.accept(unexpected);
        } finally {
            close();
        }
    }

    /** One turn of the loop: read unless resting, take in, commit when it is time. */
    void turn() {
        takePolled();
        boolean full = pressed();
        rest(full);
        if (full || !polled.isEmpty()) {
            // a consumer whose partitions are paused does not wait in poll but turns in circles while it holds records
            sleepATick();
        }
        var fresh = consumer.poll(full || !polled.isEmpty() ? Duration.ZERO : POLL);
        fresh.forEach(polled::add);
        if (!fresh.isEmpty()) {
            probe.reached(Probe.Point.POLLED);
        }
        takePolled();
        if (System.nanoTime() - nextCommit >= 0) {
            commit(intakes.keySet());
            nextCommit = System.nanoTime() + config.commitInterval().toNanos();
            gauges = measure();
        }
    }

    private boolean pressed() {
        return backpressure.update(outlets.fill());
    }

    private void takePolled() {
        while (!polled.isEmpty() && !pressed()) {
            ConsumerRecord<byte[], byte[]> record = polled.element();
            PartitionIntake intake = intakes.get(new TopicPartition(record.topic(), record.partition()));
            try {
                if (intake != null) {
                    intake.take(record);
                }
            } catch (RetriableException unreachable) {
                LOG.warn("event=schemas-unreachable next=\"trying again\" cause=\"{}\"", unreachable.getMessage());
                return;
            }
            polled.remove();
        }
    }

    /** Rests while the queues are full, and also while records that were read before a rest are still to be taken. */
    private void rest(boolean full) {
        boolean rest = full || !polled.isEmpty();
        if (full && !resting) {
            outlets.counters().pauses.increment();
        }
        resting = full;
        Set<TopicPartition> wanted = rest ? intakes.keySet() : Set.of();
        if (rest && !paused.containsAll(wanted)) {
            consumer.pause(wanted);
            paused.addAll(wanted);
        } else if (!rest && !paused.isEmpty()) {
            paused.retainAll(intakes.keySet());
            consumer.resume(paused);
            paused.clear();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        outlets.store().othersWrote();
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata known = committed.get(partition);
            long start = first.getOrDefault(partition, 0L);
            CommitPoint from = known == null ? new CommitPoint(start, start) : CommitMetadata.parse(known);
            if (from.offset() < start) {
                outlets.counters().expiredRecords.add(start - from.offset());
                LOG.error(
                        "event=records-expired partition={} records={} next=\"goes on with the oldest that is left;"
                                + " retention was shorter than the time nothing was read\"",
                        partition.partition(),
                        start - from.offset());
            }
            consumer.seek(partition, from.rebuild());
            intakes.put(partition, intakeFrom.apply(from));
            LOG.info(
                    "event=partition-assigned partition={} offset={} rebuild={}",
                    partition.partition(),
                    from.offset(),
                    from.rebuild());
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        giveUp(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        LOG.warn("event=partitions-lost count={} next=\"another member goes on\"", partitions.size());
        forget(partitions);
    }

    /** Stops taking in, waits for what is open, commits what is done. */
    private void giveUp(Collection<TopicPartition> partitions) {
        long deadline = System.nanoTime() + config.drainTimeout().toNanos();
        while (!crashed && !settled(partitions) && System.nanoTime() - deadline < 0) {
            sleepATick();
        }
        if (!crashed) {
            commit(partitions);
        }
        forget(partitions);
    }

    private boolean settled(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .map(intakes::get)
                .allMatch(intake -> intake == null || intake.ledger().settled());
    }

    private static void sleepATick() {
        try {
            Thread.sleep(TICK_MILLIS);
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }

    private void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(intakes::remove);
        paused.removeAll(partitions);
        polled.removeIf(record -> partitions.contains(new TopicPartition(record.topic(), record.partition())));
    }

    private void commit(Collection<TopicPartition> partitions) {
        Map<TopicPartition, CommitPoint> due = new HashMap<>();
        for (TopicPartition partition : partitions) {
            PartitionIntake intake = intakes.get(partition);
            if (intake != null) {
                intake.due().ifPresent(point -> due.put(partition, point));
            }
        }
        if (due.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        due.forEach((partition, point) -> offsets.put(partition, CommitMetadata.of(point)));
        try {
            consumer.commitSync(offsets, COMMIT_PATIENCE);
            due.forEach((partition, point) -> {
                PartitionIntake intake = intakes.get(partition);
                if (intake != null) {
                    intake.committed(point);
                }
            });
            lastCommit = Optional.of(clock.instant());
            outlets.counters().commits.increment();
        } catch (WakeupException stop) {
            throw stop;
        } catch (KafkaException failed) {
            // the next tick tries again; if the partitions are gone, poll will say so
            LOG.warn(
                    "event=commit-failed partitions={} next=\"trying again\" cause=\"{}\"",
                    offsets.size(),
                    failed.toString());
            return;
        }
        probe.reached(Probe.Point.COMMITTED);
    }

    private ScoringSnapshot.Gauges measure() {
        long now = clock.millis();
        long open = 0;
        int assets = 0;
        long lag = 0;
        long oldest = now;
        long watermark = Long.MAX_VALUE;
        for (var each : intakes.entrySet()) {
            PartitionIntake intake = each.getValue();
            open += intake.ledger().openEntries();
            assets += intake.windows().assets();
            OptionalLong unread = consumer.currentLag(each.getKey());
            lag += unread.orElse(0);
            oldest = Math.min(oldest, intake.ledger().oldestArrivalMillis().orElse(now));
            watermark = Math.min(watermark, intake.windows().watermarkNanos().orElse(Long.MAX_VALUE));
        }
        for (ConsumerRecord<byte[], byte[]> waiting : polled) {
            oldest = Math.min(oldest, waiting.timestamp());
        }
        return new ScoringSnapshot.Gauges(
                intakes.size(),
                assets,
                open,
                outlets.scorer().waiting(),
                outlets.store().waitingValues(),
                lag + polled.size(),
                Duration.ofMillis(now - oldest),
                lastCommit,
                watermark == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochSecond(0, watermark)));
    }

    ScoringSnapshot.Gauges gauges() {
        return gauges;
    }

    boolean resting() {
        return resting;
    }

    /** Ends the loop after a drain and a last commit. */
    void stop() {
        stopping = true;
    }

    /** Ends the loop as a crash would: nothing more is committed. */
    void crash() {
        crashed = true;
        stopping = true;
        consumer.wakeup();
    }

    /** Lets go of the log: at the end of the loop, or instead of it if it was never begun. */
    void close() {
        intakes.clear();
        try {
            consumer.close(COMMIT_PATIENCE);
        } catch (KafkaException failed) {
            LOG.warn("event=consumer-close-failed cause=\"{}\"", failed.toString());
        }
    }
}
