package org.industrialmind.serving.rest;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The metrics in Prometheus' text format. */
@RestController
@Tag(name = "Metrics", description = "For Prometheus; scrape with the key of a viewer")
public class MetricsController {
    private final PrometheusMeterRegistry meters;

    MetricsController(PrometheusMeterRegistry meters) {
        this.meters = meters;
    }

    @GetMapping(path = "/metrics", produces = "text/plain; version=0.0.4; charset=utf-8")
    @Operation(summary = "Returns all metrics; their names begin with industrialmind_")
    String scrape() {
        return meters.scrape();
    }
}
