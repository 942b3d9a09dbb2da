package org.industrialmind.serving.explanation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.industrialmind.serving.platform.AssetDirectory;
import org.industrialmind.serving.web.Problem;
import org.industrialmind.serving.web.Times;
import org.industrialmind.signal.AssetId;
import org.industrialmind.signal.FrameSchema;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Explains a window on demand: one at a time, because it takes the processor that live windows are judged with. */
@RestController
@Tag(name = "Assets")
public class ExplanationController {
    private static final int PATIENCE_SECONDS = 10;

    private final AssetDirectory directory;
    private final Explainer explainer;
    private final Semaphore one = new Semaphore(1, true);

    ExplanationController(AssetDirectory directory, Explainer explainer) {
        this.directory = directory;
        this.explainer = explainer;
    }

    @GetMapping("/api/v1/assets/{id}/explanation")
    @Operation(summary = "Explains the window that ends at that time: its least correction, and Shapley shares")
    Explanation explain(@PathVariable String id, @RequestParam Instant at) throws InterruptedException {
        FrameSchema schema = directory
                .schema(new AssetId(id))
                .orElseThrow(() -> Problem.notFound("there is no machine " + id, "list the plant"));
        if (!one.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new Problem(
                    HttpStatus.TOO_MANY_REQUESTS, "other windows are being explained", "try again in a few seconds");
        }
        try {
            return explainer.explain(new AssetId(id), schema, Times.nanos(at));
        } finally {
            one.release();
        }
    }
}
