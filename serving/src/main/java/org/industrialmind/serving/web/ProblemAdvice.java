package org.industrialmind.serving.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.industrialmind.advisor.advice.AlreadyDecidedException;
import org.industrialmind.advisor.alarm.IllegalTransitionException;
import org.industrialmind.advisor.database.DeskUnavailableException;
import org.industrialmind.lifecycle.database.LifecycleUnavailableException;
import org.industrialmind.telemetry.ingest.IngestUnavailableException;
import org.industrialmind.telemetry.ingest.Refusal;
import org.industrialmind.telemetry.ingest.RefusedException;
import org.industrialmind.telemetry.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Turns what controllers throw into problem JSON; never shows a stack trace to a caller. */
@RestControllerAdvice
public class ProblemAdvice {
    private static final String NEXT = "; next: "; // as messages of the house say what to do
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final String OURS = "org.industrialmind.";

    private final PageFiles pages;

    ProblemAdvice(PageFiles pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> problem(Problem problem) {
        if (problem.getCause() instanceof Throwable cause) {
            LOG.warn("event=request_refused detail=\"{}\" cause=\"{}\"", problem.getMessage(), cause.toString());
        }
        return answer(problem.status(), String.valueOf(problem.getMessage()), problem.next());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> illegalTransition(IllegalTransitionException refused) {
        return answer(
                HttpStatus.CONFLICT,
                String.valueOf(refused.getMessage()),
                "reload the alarm: its actions say what is possible now");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> alreadyDecided(AlreadyDecidedException refused) {
        return answer(
                HttpStatus.CONFLICT,
                String.valueOf(refused.getMessage()),
                "reload the proposal to see what was decided");
    }

    /** Our own checks speak to whoever sent the value; those of Java and of libraries speak to whoever wrote the code. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> badValue(IllegalArgumentException wrong) {
        StackTraceElement[] thrown = wrong.getStackTrace();
        return thrown.length > 0 && thrown[0].getClassName().startsWith(OURS) ? badRequest(wrong) : failed(wrong);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> missingParameter(MissingServletRequestParameterException wrong) {
        return badRequest(wrong);
    }

    private static ResponseEntity<Map<String, Object>> badRequest(Exception wrong) {
        String said = String.valueOf(wrong.getMessage());
        int next = said.lastIndexOf(NEXT);
        return next < 0
                ? answer(HttpStatus.BAD_REQUEST, said, "correct the request; /docs describes it")
                : answer(HttpStatus.BAD_REQUEST, said.substring(0, next), said.substring(next + NEXT.length()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> badParameter(MethodArgumentTypeMismatchException wrong) {
        return answer(
                HttpStatus.BAD_REQUEST,
                "parameter '" + wrong.getName() + "' has the value '" + wrong.getValue()
                        + "', which cannot be understood",
                "correct the parameter; times are ISO-8601 in UTC, such as 2026-11-20T09:30:00Z");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException wrong) {
        Optional<BodyLimit.BodyTooLargeException> tooLarge = Stream.<Throwable>iterate(
                        wrong, Objects::nonNull, Throwable::getCause)
                .filter(BodyLimit.BodyTooLargeException.class::isInstance)
                .map(BodyLimit.BodyTooLargeException.class::cast)
                .findFirst();
        if (tooLarge.isPresent()) {
            return answer(
                    HttpStatus.CONTENT_TOO_LARGE,
                    String.valueOf(tooLarge.get().getMessage()),
                    tooLarge.get().next());
        }
        return answer(
                HttpStatus.BAD_REQUEST,
                "the body is not the JSON that this expects" + at(wrong),
                "see /docs for its form");
    }

    /** Returns which field could not be read, such as {@code cases[3].risk}; nothing where the text itself is broken. */
    private static String at(HttpMessageNotReadableException wrong) {
        if (!(wrong.getCause() instanceof JacksonException unread)
                || unread.getPath().isEmpty()) {
            return "";
        }
        StringBuilder field = new StringBuilder();
        for (JacksonException.Reference step : unread.getPath()) {
            if (step.getPropertyName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return ": the field '" + field + "' cannot be understood";
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> missing(NoSuchElementException missing) {
        return answer(HttpStatus.NOT_FOUND, String.valueOf(missing.getMessage()), "check the name");
    }

    /** A person gets the dashboard's own page that says so, a program gets a problem. */
    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
    ResponseEntity<?> noPage(HttpServletRequest request) {
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        Optional<Resource> page = accept.contains(MediaType.TEXT_HTML_VALUE) ? pages.notFound() : Optional.empty();
        return page.isPresent()
                ? ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .contentType(MediaType.TEXT_HTML)
                        .body(page.get())
                : answer(HttpStatus.NOT_FOUND, "there is nothing at " + request.getRequestURI(), "start at / or /docs");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(RefusedException refused) {
        return answer(
                refused.refusal() == Refusal.TOO_LARGE ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST,
                String.valueOf(refused.getMessage()),
                "nothing was taken in; correct the line, then send everything again");
    }

    /** The store is away; what its client says names an address, which is for the log. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> storeDown(StoreUnavailableException down) {
        LOG.warn("event=store_away next=\"the caller was told to try again\" cause=\"{}\"", down.getMessage());
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "the time-series store does not answer",
                "try again in a while; readings are kept in the log meanwhile");
    }

    /** A server behind this one is away; what it said names hosts and users, so it is for the log. */
    @ExceptionHandler({
        DeskUnavailableException.class,
        LifecycleUnavailableException.class,
        IngestUnavailableException.class
    })
    ResponseEntity<Map<String, Object>> serverDown(RuntimeException down) {
        LOG.warn("event=server_away next=\"the caller was told to try again\" cause=\"{}\"", down.getMessage());
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "a server that this needs does not answer; it is not known to have changed anything",
                "try again in a while; /health/ready says which part is down");
    }

    /** The caller has gone away in the middle of an answer, or this server is closing: there is nobody left to tell. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
    void gone(Exception gone) {
        LOG.debug("event=caller_gone reason=\"{}\"", gone.toString());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unexpected(Exception failure) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(
                    HttpStatus.valueOf(known.getStatusCode().value()),
                    String.valueOf(failure.getMessage()),
                    "correct the request; /docs describes it");
        }
        return failed(failure);
    }

    private static ResponseEntity<Map<String, Object>> failed(Exception failure) {
        LOG.error("event=request_failed", failure);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "something went wrong here; the log says what",
                "tell whoever runs this");
    }

    static ResponseEntity<Map<String, Object>> answer(HttpStatus status, String detail, String next) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(ProblemWriter.MEDIA_TYPE))
                .body(ProblemWriter.body(status, detail, next));
    }
}
