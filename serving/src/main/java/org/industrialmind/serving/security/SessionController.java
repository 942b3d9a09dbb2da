package org.industrialmind.serving.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.industrialmind.serving.web.Given;
import org.industrialmind.serving.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out with a browser: a key is exchanged for a cookie that scripts cannot read. */
@RestController
@RequestMapping("/api/v1/session")
@Tag(name = "Session", description = "Sign a browser in and out")
public class SessionController {
    static final String COOKIE = "im_session";

    private final ApiKeys keys;
    private final Sessions sessions;
    private final SignInThrottle throttle;

    SessionController(ApiKeys keys, Sessions sessions, SignInThrottle throttle) {
        this.keys = keys;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    /** The secret of an API key. */
    public record SignIn(@Nullable String secret) {}

    /** Who is signed in. */
    public record SignedIn(String name, String role) {}

    @PostMapping
    @Operation(summary = "Exchanges the secret of a key for a session cookie")
    ResponseEntity<SignedIn> open(@RequestBody SignIn signIn, HttpServletRequest request) {
        String secret =
                Given.text(signIn.secret(), "secret", "the secret of a key").strip();
        Optional<Caller> caller = keys.authenticate(secret);
        if (caller.isEmpty()) {
            if (throttle.tooMany(request.getRemoteAddr(), secret)) {
                throw SignInThrottle.refusal();
            }
            throw new Problem(
                    HttpStatus.UNAUTHORIZED,
                    "this key is not known or no longer in force",
                    "use the secret printed at the first start, or ask an admin for a key");
        }
        ResponseCookie cookie = cookie(sessions.open(caller.get()), request.isSecure())
                .maxAge(Sessions.LIFETIME)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .body(shown(caller.get()));
    }

    @GetMapping
    @Operation(summary = "Says who is signed in; 401 if nobody is")
    SignedIn current(@AuthenticationPrincipal @Nullable Caller caller) {
        return Optional.ofNullable(caller)
                .map(SessionController::shown)
                .orElseThrow(() -> new Problem(HttpStatus.UNAUTHORIZED, "nobody is signed in", "sign in with a key"));
    }

    @DeleteMapping
    @Operation(summary = "Ends the session")
    ResponseEntity<Void> close(HttpServletRequest request) {
        CallerFilter.cookie(request).ifPresent(sessions::close);
        ResponseCookie gone = cookie("", request.isSecure()).maxAge(0).build();
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, gone.toString())
                .build();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, boolean secure) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/");
    }

    private static SignedIn shown(Caller caller) {
        return new SignedIn(caller.name(), caller.role().text());
    }
}
