package org.industrialmind.serving.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.industrialmind.serving.web.Given;
import org.industrialmind.serving.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The keys in force, for admins. */
@RestController
@RequestMapping("/api/v1/keys")
@Tag(name = "Keys", description = "API keys of people and machines")
public class KeyController {
    private final ApiKeys keys;
    private final Sessions sessions;

    KeyController(ApiKeys keys, Sessions sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    /** A key as admins see it; its secret is not kept. */
    public record KeyView(String id, String name, String role, Instant created) {}

    /** What a new key is for. */
    public record NewKey(@Nullable String name, @Nullable String role) {}

    /** A new key with its secret, which is shown this once. */
    public record IssuedKey(String id, String name, String role, String key) {}

    @GetMapping
    @Operation(summary = "Lists the keys in force")
    List<KeyView> all() {
        return keys.all().stream()
                .map(key -> new KeyView(key.id(), key.name(), key.role().text(), key.created()))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Issues a key; its secret is in this answer and nowhere else")
    IssuedKey issue(@RequestBody NewKey wanted) {
        ApiKeys.Issued issued = keys.issue(
                Given.text(wanted.name(), "name", "whose key it is"),
                Role.parse(Given.text(wanted.role(), "role", "what the key may do")));
        return new IssuedKey(
                issued.key().id(), issued.key().name(), issued.key().role().text(), issued.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends a key, the sessions opened with it, and their event streams")
    void revoke(@PathVariable String id) {
        switch (keys.revoke(id)) {
            case ENDED -> sessions.endKey(id);
            case UNKNOWN -> throw Problem.notFound("there is no key '" + id + "' in force", "list the keys");
            case LAST_ADMIN ->
                throw new Problem(
                        HttpStatus.CONFLICT,
                        "this is the last key of an admin: without it nobody could make keys",
                        "issue another admin key first");
        }
    }
}
