package org.industrialmind.serving.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a request gets that fails before or after the controllers: the same problem JSON as everywhere. */
@RestController
@Hidden
public class ErrorAnswer implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Map<String, Object>> answer(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? failed(HttpStatus.valueOf(code))
                : ProblemAdvice.answer(HttpStatus.NOT_FOUND, "there is nothing at /error", "start at / or /docs");
    }

    private static ResponseEntity<Map<String, Object>> failed(HttpStatus status) {
        return status.is4xxClientError()
                ? ProblemAdvice.answer(
                        status, "the request cannot be understood", "correct the request; /docs describes it")
                : ProblemAdvice.answer(
                        status, "something went wrong here; the log says what", "tell whoever runs this");
    }
}
