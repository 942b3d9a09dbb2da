package org.industrialmind.serving.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.industrialmind.serving.web.Problem;
import org.industrialmind.serving.web.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who is asking: by {@code Authorization: Bearer im_...} or by the session cookie. A write by cookie must also
 * carry {@code X-Requested-With: industrialmind}, which a foreign page cannot send without being asked first (CSRF).
 */
final class CallerFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(CallerFilter.class);
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final Sessions sessions;
    private final SignInThrottle throttle;

    CallerFilter(ApiKeys keys, Sessions sessions, SignInThrottle throttle) {
        this.keys = keys;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null && header.startsWith(BEARER)) {
            String secret = header.substring(BEARER.length()).strip();
            Optional<Caller> caller;
            try {
                caller = keys.authenticate(secret);
            } catch (Problem away) {
                LOG.warn("event=key_not_checked cause=\"{}\"", String.valueOf(away.getCause()));
                ProblemWriter.write(response, away);
                return;
            }
            if (caller.isEmpty() && throttle.tooMany(request.getRemoteAddr(), secret)) {
                ProblemWriter.write(response, SignInThrottle.refusal());
                return;
            }
            caller.ifPresent(known -> remember(known, null));
        } else {
            Optional<String> cookie = cookie(request);
            Optional<Caller> caller = cookie.flatMap(sessions::find);
            if (caller.isPresent()
                    && writes(request)
                    && !"industrialmind".equals(request.getHeader("X-Requested-With"))) {
                ProblemWriter.write(
                        response,
                        HttpStatus.FORBIDDEN,
                        "a write with a session cookie came without the header X-Requested-With",
                        "send the header 'X-Requested-With: industrialmind', or use an API key");
                return;
            }
            caller.ifPresent(known -> remember(known, cookie.get()));
        }
        chain.doFilter(request, response);
    }

    private static boolean writes(HttpServletRequest request) {
        return !List.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
    }

    static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(SessionController.COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Makes the caller known to what follows, with the cookie of its session if it came with one. */
    private static void remember(Caller caller, @Nullable String session) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                caller,
                session,
                List.of(new SimpleGrantedAuthority("ROLE_" + caller.role().name()))));
        SecurityContextHolder.setContext(context);
    }
}
