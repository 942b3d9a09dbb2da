package org.industrialmind.advisor.alarm;

import java.time.Duration;

/** What an operator may ask of an alarm. */
public sealed interface AlarmAction {
    /** The longest shelving: one long shift, so that every shift decides anew. */
    Duration LONGEST_SHELVING = Duration.ofHours(12);

    /** Longest comment or reason that is kept, in characters. */
    int LONGEST_TEXT = 500;

    /** Returns what this action does in the table of {@link AlarmLifecycle}. */
    AlarmEvent event();

    /** Returns what the operator said about it; may be empty where no reason is asked for. */
    String remark();

    /** Says that somebody has seen the alarm; the comment may be empty. */
    record Acknowledge(String comment) implements AlarmAction {
        public Acknowledge {
            requireShort(comment);
        }

        @Override
        public AlarmEvent event() {
            return AlarmEvent.ACKNOWLEDGE;
        }

        @Override
        public String remark() {
            return comment;
        }
    }

    /** Silences this machine's alarms of this detector for a limited time. */
    record Shelve(Duration limit, String reason) implements AlarmAction {
        /** @throws IllegalArgumentException if there is no reason, or the limit is not positive or longer than 12 hours */
        public Shelve {
            requireReason(reason);
            if (limit.isNegative() || limit.isZero() || limit.compareTo(LONGEST_SHELVING) > 0) {
                throw new IllegalArgumentException(
                        "shelving for " + limit + " is not allowed: expected more than zero and" + " at most "
                                + LONGEST_SHELVING + "; take the alarm out of service for longer work");
            }
        }

        @Override
        public AlarmEvent event() {
            return AlarmEvent.SHELVE;
        }

        @Override
        public String remark() {
            return reason;
        }
    }

    /** Ends a shelving before its time. */
    record Unshelve() implements AlarmAction {
        @Override
        public AlarmEvent event() {
            return AlarmEvent.UNSHELVE;
        }

        @Override
        public String remark() {
            return "";
        }
    }

    /** Silences this machine's alarms of this detector while a known plant condition explains them. */
    record Suppress(String reason) implements AlarmAction {
        public Suppress {
            requireReason(reason);
        }

        @Override
        public AlarmEvent event() {
            return AlarmEvent.SUPPRESS;
        }

        @Override
        public String remark() {
            return reason;
        }
    }

    /** Ends a suppression. */
    record Unsuppress() implements AlarmAction {
        @Override
        public AlarmEvent event() {
            return AlarmEvent.UNSUPPRESS;
        }

        @Override
        public String remark() {
            return "";
        }
    }

    /** Silences this machine's alarms of this detector until they are returned to service. */
    record TakeOutOfService(String reason) implements AlarmAction {
        public TakeOutOfService {
            requireReason(reason);
        }

        @Override
        public AlarmEvent event() {
            return AlarmEvent.OUT_OF_SERVICE;
        }

        @Override
        public String remark() {
            return reason;
        }
    }

    /** Ends the time out of service. */
    record ReturnToService() implements AlarmAction {
        @Override
        public AlarmEvent event() {
            return AlarmEvent.RETURN_TO_SERVICE;
        }

        @Override
        public String remark() {
            return "";
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("no reason was given: say why the alarm may be silenced");
        }
        requireShort(reason);
    }

    private static void requireShort(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "the text has " + text.length() + " characters: expected at most " + LONGEST_TEXT);
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new IllegalArgumentException("the text holds control characters: expected words");
        }
    }
}
