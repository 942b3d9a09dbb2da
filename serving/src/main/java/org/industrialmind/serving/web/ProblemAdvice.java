package org.industrialmind.serving.web;

import java.util.Map;
import java.util.NoSuchElementException;
import org.industrialmind.advisor.alarm.IllegalTransitionException;
import org.industrialmind.telemetry.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns what controllers throw into problem JSON; never shows a stack trace to a caller. */
@RestControllerAdvice
public class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> problem(Problem problem) {
        return answer(problem.status(), String.valueOf(problem.getMessage()), problem.next());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> illegalTransition(IllegalTransitionException refused) {
        return answer(
                HttpStatus.CONFLICT,
                String.valueOf(refused.getMessage()),
                "reload the alarm: its actions say what is possible now");
    }

    @ExceptionHandler({IllegalArgumentException.class, MissingServletRequestParameterException.class})
    ResponseEntity<Map<String, Object>> badRequest(Exception wrong) {
        return answer(
                HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()), "correct the request; /docs describes it");
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
        return answer(HttpStatus.BAD_REQUEST, "the body is not the JSON that this expects", "see /docs for its form");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> wrongMethod(HttpRequestMethodNotSupportedException wrong) {
        return answer(HttpStatus.METHOD_NOT_ALLOWED, String.valueOf(wrong.getMessage()), "see /docs for the methods");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> missing(NoSuchElementException missing) {
        return answer(HttpStatus.NOT_FOUND, String.valueOf(missing.getMessage()), "check the name");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> noPage(NoResourceFoundException missing) {
        return answer(HttpStatus.NOT_FOUND, "there is nothing at /" + missing.getResourcePath(), "start at / or /docs");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> storeDown(StoreUnavailableException down) {
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "the time-series store does not answer: " + down.getMessage(),
                "try again in a while; readings are kept in the log meanwhile");
    }

    /** The caller has gone away in the middle of an answer: there is nobody left to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("event=caller_gone reason={}", gone.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unexpected(Exception failure) {
        LOG.error("event=request_failed", failure);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "something went wrong here; the log says what",
                "tell whoever runs this");
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, String detail, String next) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(ProblemWriter.MEDIA_TYPE))
                .body(ProblemWriter.body(status, detail, next));
    }
}
