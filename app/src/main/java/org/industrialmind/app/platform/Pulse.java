package org.industrialmind.app.platform;

import org.industrialmind.serving.platform.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers whether a part that lies behind a wire has answered the last question that it was asked. */
final class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private final String part;
    private final Question question;
    private volatile boolean answers = true; // nothing starts without it

    /** Asks something that a part in order answers, and throws if it does not. */
    @FunctionalInterface
    interface Question {
        void ask() throws Exception;
    }

    Pulse(String part, Question question) {
        this.part = part;
        this.question = question;
    }

    /** Asks the part. */
    void take() {
        boolean answered;
        String cause = "";
        try {
            question.ask();
            answered = true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        } catch (Exception silent) {
            answered = false;
            cause = silent.toString();
        }
        if (Thread.currentThread().isInterrupted()) {
            return; // it was the one who asked that went away
        }
        if (answered && !answers) {
            LOG.info("event=part-back part={}", part);
        } else if (!answered && answers) {
            LOG.error("event=part-down part={} next=\"asked again until it answers\" cause=\"{}\"", part, cause);
        }
        answers = answered;
    }

    Health.State state() {
        return answers ? Health.State.UP : Health.State.DOWN;
    }
}
