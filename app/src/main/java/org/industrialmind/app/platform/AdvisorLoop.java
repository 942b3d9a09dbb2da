package org.industrialmind.app.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.industrialmind.advisor.advice.AdviceDesk;
import org.industrialmind.advisor.alarm.AlarmDesk;
import org.industrialmind.advisor.alarm.AssessmentBatch;
import org.industrialmind.advisor.condition.ConditionBoard;
import org.industrialmind.advisor.prognosis.PrognosisDesk;
import org.industrialmind.serving.live.AssessmentEvent;
import org.industrialmind.serving.live.LiveFeed;
import org.industrialmind.signal.Assessment;
import org.industrialmind.signal.AssetId;
import org.industrialmind.telemetry.wire.AssessmentReader;
import org.industrialmind.telemetry.wire.KafkaSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries assessments from the log to those who wait for them: the alarm desk first, then the prognosis, the board and the
 * screens, and last the advice that follows.
 *
 * <p>Both desks remember in the database how far they have read. When one cannot take a batch, nothing is skipped: the loop
 * begins again from the earlier of the positions that they remember.
 */
final class AdvisorLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdvisorLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final KafkaSettings kafka;
    private final AlarmDesk desk;
    private final PrognosisDesk prognoses;
    private final AdviceDesk advice;
    private final ConditionBoard board;
    private final LiveFeed live;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile boolean healthy = true;

    AdvisorLoop(
            KafkaSettings kafka,
            AlarmDesk desk,
            PrognosisDesk prognoses,
            AdviceDesk advice,
            ConditionBoard board,
            LiveFeed live) {
        this.kafka = kafka;
        this.desk = desk;
        this.prognoses = prognoses;
        this.advice = advice;
        this.board = board;
        this.live = live;
        this.thread = Thread.ofPlatform().name("advisor").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean healthy() {
        return healthy && thread.isAlive();
    }

    private void run() {
        while (running) {
            try (AssessmentReader reader =
                    new AssessmentReader(kafka, earlier(desk.positions(), prognoses.positions()))) {
                while (running) {
                    carry(reader.poll(POLL));
                    healthy = true;
                }
            } catch (RuntimeException failure) {
                healthy = false;
                LOG.warn("event=advisor_retries pause={} cause=\"{}\"", PAUSE_AFTER_FAILURE, failure.toString());
                pause();
            }
        }
    }

    private void carry(AssessmentReader.Batch batch) {
        if (batch.isEmpty()) {
            return;
        }
        AssessmentBatch taken = new AssessmentBatch(batch.nextPositions(), batch.assessments());
        desk.process(taken);
        Set<AssetId> changed = prognoses.process(taken);
        for (Assessment assessment : batch.assessments()) {
            board.on(assessment);
            live.publish("assessment", AssessmentEvent.of(assessment));
        }
        advice.refresh(changed);
    }

    /** Returns for each partition the position of the desk that is behind; a desk ignores what it has taken in before. */
    private static Map<Integer, Long> earlier(Map<Integer, Long> one, Map<Integer, Long> other) {
        Map<Integer, Long> positions = new HashMap<>(one);
        positions.keySet().retainAll(other.keySet()); // a partition unknown to one desk is read from its beginning
        positions.replaceAll((partition, position) -> Math.min(position, other.getOrDefault(partition, 0L)));
        return positions;
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException stop) {
            running = false;
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
