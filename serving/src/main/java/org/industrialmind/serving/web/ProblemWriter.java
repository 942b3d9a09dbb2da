package org.industrialmind.serving.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes errors in one form everywhere.
 *
 * @see "RFC 9457, Problem Details for HTTP APIs"
 */
public final class ProblemWriter {
    static final String MEDIA_TYPE = "application/problem+json";

    private ProblemWriter() {}

    static Map<String, Object> body(HttpStatus status, String detail, String next) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        body.put("next", next);
        return body;
    }

    /** Answers with that problem from a filter, where no controller has been reached yet. */
    public static void write(HttpServletResponse response, Problem problem) throws IOException {
        write(response, problem.status(), String.valueOf(problem.getMessage()), problem.next());
    }

    /** The same of a problem that nobody has thrown. */
    public static void write(HttpServletResponse response, HttpStatus status, String detail, String next)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(body(status, detail, next)));
    }
}
