package org.industrialmind.serving.security;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.industrialmind.serving.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;

/**
 * The sessions of browsers that have shown a key: a random cookie each, in memory, ended after twelve hours or when its
 * key is. A restart signs everyone out, which is what a plant expects of a restart.
 */
public final class Sessions {
    static final Duration LIFETIME = Duration.ofHours(12);
    private static final int MAX_SESSIONS = 10_000;

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Set<String> endedKeys = ConcurrentHashMap.newKeySet();
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;

    private record Session(Caller caller, Instant expires) {}

    public Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /** Opens a session and returns its cookie value. */
    public String open(Caller caller) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> session.expires().isBefore(now));
        if (sessions.size() >= MAX_SESSIONS) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "there are " + sessions.size() + " sessions, which is as many as are kept",
                    "sign out of some");
        }
        byte[] token = new byte[32];
        random.nextBytes(token);
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        sessions.put(cookie, new Session(caller, now.plus(LIFETIME)));
        return cookie;
    }

    public Optional<Caller> find(String cookie) {
        return Optional.ofNullable(sessions.get(cookie))
                .filter(session -> session.expires().isAfter(clock.instant()))
                .map(Session::caller);
    }

    public void close(String cookie) {
        sessions.remove(cookie);
    }

    /**
     * Returns whether what an authenticated caller has shown still holds, for answers that go on for hours: a session
     * until it ends, a key until it is ended or twelve hours have passed.
     */
    public BooleanSupplier standing(Authentication shown) {
        if (shown.getCredentials() instanceof String cookie) {
            return () -> find(cookie).isPresent();
        }
        String keyId = ((Caller) Objects.requireNonNull(shown.getPrincipal())).keyId();
        Instant expires = clock.instant().plus(LIFETIME);
        return () -> !endedKeys.contains(keyId) && expires.isAfter(clock.instant());
    }

    /** Ends every session that was opened with that key, which is no longer in force. */
    public void endKey(String keyId) {
        endedKeys.add(keyId);
        sessions.values().removeIf(session -> session.caller().keyId().equals(keyId));
    }
}
