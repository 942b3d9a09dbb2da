package org.industrialmind.serving.life;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.industrialmind.serving.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets one request for forecasts in at a time, and the next not before the last is answered: forecasts take the processor that
 * live windows are judged with, and histories as large as they may be take ten times their room once they are understood. So
 * whoever waits, waits before its body is read.
 */
public final class OneForecast implements WebMvcConfigurer, HandlerInterceptor {
    private static final int PATIENCE_SECONDS = 10;

    private final Semaphore one = new Semaphore(1, true);

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/life-models/*/forecasts");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        enter();
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        leave();
    }

    /**
     * Waits a few seconds to be let in; who is in must {@linkplain #leave leave}.
     *
     * @throws Problem if somebody else is in for longer
     */
    public void enter() throws InterruptedException {
        if (!one.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new Problem(
                    HttpStatus.TOO_MANY_REQUESTS, "other units are being forecast", "try again in a few seconds");
        }
    }

    /** Makes room for the next. */
    public void leave() {
        one.release();
    }

    /** Returns whether somebody waits to be let in. */
    public boolean awaited() {
        return one.hasQueuedThreads();
    }
}
