package org.industrialmind.serving.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of live events. */
@RestController
@Tag(name = "Events", description = "Server-sent events: assessment, alarm, model")
public class EventController {
    private final LiveFeed feed;

    EventController(LiveFeed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "Streams assessments, alarms and model changes as they happen")
    SseEmitter events() {
        return feed.connect();
    }
}
