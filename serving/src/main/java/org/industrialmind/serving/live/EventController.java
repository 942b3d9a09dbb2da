package org.industrialmind.serving.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.industrialmind.serving.security.Sessions;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of live events. */
@RestController
@Tag(name = "Events", description = "Server-sent events: assessment, alarm, advice, model")
public class EventController {
    private final LiveFeed feed;
    private final Sessions sessions;

    EventController(LiveFeed feed, Sessions sessions) {
        this.feed = feed;
        this.sessions = sessions;
    }

    @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Streams assessments, alarms, advice and model changes as they happen",
            description =
                    "Ends when the key does, at sign-out, and after twelve hours at the latest: then open it anew")
    SseEmitter events(Authentication shown) {
        return feed.connect(sessions.standing(shown));
    }
}
