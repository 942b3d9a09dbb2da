package org.industrialmind.serving.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.industrialmind.telemetry.ingest.Ingest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The front door for readings over HTTP. */
@RestController
@RequestMapping("/api/v1/ingest")
@Tag(name = "Ingest", description = "Readings in line protocol")
public class IngestController {
    private final Ingest ingest;

    IngestController(Ingest ingest) {
        this.ingest = ingest;
    }

    @PostMapping(path = "/lines", consumes = MediaType.TEXT_PLAIN_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes in lines of the line protocol; 204 means that all of them are durable")
    void lines(@RequestBody String body) {
        ingest.lines(body);
    }
}
