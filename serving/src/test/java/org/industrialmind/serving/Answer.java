package org.industrialmind.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server said. */
record Answer(HttpResponse<String> response) {
    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    List<String> cookies() {
        return response.headers().allValues("Set-Cookie");
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body());
    }

    /** Checks that this is a problem as RFC 9457 and our contract describe it, and returns its detail. */
    String problem(int status) {
        assertThat(status()).as(body()).isEqualTo(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(json().propertyNames()).containsExactlyInAnyOrder("type", "title", "status", "detail", "next");
        assertThat(json().path("status").asInt()).isEqualTo(status);
        assertThat(json().path("next").asString()).isNotBlank();
        assertThat(body()).doesNotContain("Exception", "\\tat ", "org.industrialmind", "org.springframework");
        return json().path("detail").asString();
    }
}
