package org.industrialmind.serving.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.industrialmind.serving.platform.Health;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the program is alive, and whether it can do its job. */
@RestController
@RequestMapping("/health")
@Tag(name = "Health", description = "For schedulers and load balancers; open to all, names no secret")
public class HealthController {
    private final Health health;

    HealthController(Health health) {
        this.health = health;
    }

    /** The state of the whole and of each part. */
    public record HealthView(String status, Map<String, String> parts) {}

    @GetMapping("/live")
    @Operation(summary = "Answers as long as the program is alive")
    HealthView live() {
        return new HealthView("up", Map.of());
    }

    @GetMapping("/ready")
    @Operation(summary = "Says whether readings are taken in, kept, judged and shown; 503 if not")
    ResponseEntity<HealthView> ready() {
        Map<String, String> parts = new LinkedHashMap<>();
        boolean down = false;
        boolean degraded = false;
        for (Map.Entry<String, Health.State> part : health.parts().entrySet()) {
            parts.put(part.getKey(), part.getValue().name().toLowerCase(Locale.ROOT));
            down |= part.getValue() == Health.State.DOWN;
            degraded |= part.getValue() == Health.State.DEGRADED;
        }
        String status = down ? "down" : degraded ? "degraded" : "up";
        return ResponseEntity.status(down ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(new HealthView(status, parts));
    }
}
