package org.industrialmind.app.platform;

import java.time.Duration;
import org.industrialmind.advisor.advice.AdviceDesk;
import org.industrialmind.advisor.alarm.AlarmDesk;
import org.industrialmind.advisor.alarm.AssessmentBatch;
import org.industrialmind.advisor.condition.ConditionBoard;
import org.industrialmind.serving.live.AssessmentEvent;
import org.industrialmind.serving.live.LiveFeed;
import org.industrialmind.signal.Assessment;
import org.industrialmind.telemetry.wire.AssessmentReader;
import org.industrialmind.telemetry.wire.KafkaSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries assessments from the log to those who wait for them: the alarm desk first, and with it the paths of the machines,
 * then the board and the screens, which show the assessments as the desk decided on them, and last the advice that follows.
 *
 * <p>The desk remembers in the database how far it has read. When it cannot take a batch, nothing is skipped: the loop begins
 * again from the position that the desk remembers.
 */
final class AdvisorLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdvisorLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final KafkaSettings kafka;
    private final AlarmDesk desk;
    private final AdviceDesk advice;
    private final ConditionBoard board;
    private final LiveFeed live;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile boolean healthy = true;

    AdvisorLoop(KafkaSettings kafka, AlarmDesk desk, AdviceDesk advice, ConditionBoard board, LiveFeed live) {
        this.kafka = kafka;
        this.desk = desk;
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
            try (AssessmentReader reader = new AssessmentReader(kafka, desk.positions())) {
                advice.catchUp(); // what the desk has taken in may not have been told
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
        AlarmDesk.Outcome outcome = desk.process(new AssessmentBatch(batch.nextPositions(), batch.assessments()));
        for (Assessment decided : outcome.decided()) {
            board.on(decided);
            live.publish("assessment", AssessmentEvent.of(decided));
        }
        advice.refresh(outcome.news());
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
