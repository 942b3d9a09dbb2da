package org.industrialmind.serving.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after ten wrong keys within a minute from one address, that address waits until the minute is
 * over. Other addresses are not affected, so nobody can lock an operator out.
 */
final class SignInThrottle {
    private static final int TRIES = 10;
    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final int MAX_ADDRESSES = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> byAddress = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    private record Failures(int count, Instant since) {}

    SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean blocks(String address) {
        Failures failures = byAddress.get(address);
        return failures != null && failures.count() >= TRIES && !over(failures);
    }

    synchronized void failed(String address) {
        Failures failures = byAddress.get(address);
        if (failures == null || over(failures)) {
            byAddress.put(address, new Failures(1, clock.instant()));
        } else {
            byAddress.put(address, new Failures(failures.count() + 1, failures.since()));
        }
    }

    private boolean over(Failures failures) {
        return failures.since().plus(SPAN).isBefore(clock.instant());
    }
}
