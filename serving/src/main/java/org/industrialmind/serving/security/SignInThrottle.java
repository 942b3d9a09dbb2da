package org.industrialmind.serving.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.industrialmind.serving.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Tells callers that show a wrong key again and again to wait: after ten refusals within a minute, one key of one
 * address is answered "too many" until the minute is over, and the log says which.
 *
 * <p>Only a key that was found wrong is ever counted or turned away. All callers may come from one address (a proxy, or
 * this machine), so whoever holds a right key gets in whatever others do; there is nothing to guess in 256 random bits
 * that would have to be guarded by more.
 */
final class SignInThrottle {
    private static final Logger LOG = LoggerFactory.getLogger(SignInThrottle.class);
    private static final int TRIES = 10;
    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final int MAX_CALLERS = 10_000;

    private final InstantSource clock;
    private final Map<Refused, Failures> byCaller = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Refused, Failures> eldest) {
            return size() > MAX_CALLERS;
        }
    };

    private record Refused(String address, String keyId) {}

    private record Failures(int count, Instant since) {}

    SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts a wrong key and says whether its caller has shown it too often of late. */
    synchronized boolean tooMany(String address, String secret) {
        Refused caller = new Refused(address, ApiKeys.idOf(secret).orElse("none"));
        Failures before = byCaller.get(caller);
        Failures now = before == null || over(before)
                ? new Failures(1, clock.instant())
                : new Failures(before.count() + 1, before.since());
        byCaller.put(caller, now);
        if (now.count() == TRIES) {
            LOG.warn("event=wrong_keys address={} key={} tries={}", caller.address(), caller.keyId(), TRIES);
        }
        return now.count() > TRIES;
    }

    /** Returns what to tell a caller who has shown a wrong key too often. */
    static Problem refusal() {
        return new Problem(
                HttpStatus.TOO_MANY_REQUESTS,
                "this wrong key was shown too often",
                "wait a minute, then try again with a key that is in force");
    }

    private boolean over(Failures failures) {
        return failures.since().plus(SPAN).isBefore(clock.instant());
    }
}
