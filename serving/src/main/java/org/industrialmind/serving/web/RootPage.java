package org.industrialmind.serving.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stands at the root: the dashboard, or, where it was not built, how to get it. */
@RestController
@Hidden
@ConditionalOnExpression("!@pageFiles.built()")
public class RootPage {

    @GetMapping(path = "/", produces = MediaType.TEXT_PLAIN_VALUE)
    String howToGetTheDashboard() {
        return """
                IndustrialMind is running. The dashboard was not built, because Node 20 or newer was not found.
                Next: install Node 20+ with npm, stop this program and start it again through ./industrialmind.
                The API works without it: see /docs.
                """;
    }
}
