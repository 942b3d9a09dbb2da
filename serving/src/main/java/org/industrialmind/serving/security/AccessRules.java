package org.industrialmind.serving.security;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/**
 * Who may call what, on one page. The first rule that fits decides; what no rule names is refused to everyone, so an
 * endpoint that someone forgets to list cannot be reached rather than be open.
 */
public final class AccessRules {
    /** A rule: requests of that method (with GET also HEAD) to that path (Spring's path pattern) need at least that role. */
    public record Rule(HttpMethod method, String path, Access access) {}

    /** What a request needs. */
    public sealed interface Access {
        /** Nothing: files without data, sign-in, and whether the program is alive. */
        record Open() implements Access {}

        /** One of these roles. */
        record OneOf(List<Role> roles) implements Access {}
    }

    private static final Access OPEN = new Access.Open();

    private AccessRules() {}

    /** Returns the rules in the order in which they are asked. */
    public static List<Rule> all() {
        return List.of(
                new Rule(HttpMethod.POST, "/api/v1/session", OPEN),
                new Rule(HttpMethod.DELETE, "/api/v1/session", OPEN),
                new Rule(HttpMethod.GET, "/api/v1/session", OPEN),
                new Rule(HttpMethod.GET, "/api/v1/keys", atLeast(Role.ADMIN)),
                new Rule(HttpMethod.POST, "/api/v1/keys", atLeast(Role.ADMIN)),
                new Rule(HttpMethod.DELETE, "/api/v1/keys/*", atLeast(Role.ADMIN)),
                new Rule(HttpMethod.GET, "/api/v1/audit", atLeast(Role.ADMIN)),
                new Rule(HttpMethod.POST, "/api/v1/alarms/*/acknowledge", atLeast(Role.OPERATOR)),
                new Rule(HttpMethod.POST, "/api/v1/alarms/*/shelve", atLeast(Role.OPERATOR)),
                new Rule(HttpMethod.POST, "/api/v1/alarms/*/unshelve", atLeast(Role.OPERATOR)),
                new Rule(HttpMethod.POST, "/api/v1/alarms/*/suppress", atLeast(Role.ENGINEER)),
                new Rule(HttpMethod.POST, "/api/v1/alarms/*/unsuppress", atLeast(Role.ENGINEER)),
                new Rule(HttpMethod.POST, "/api/v1/alarms/*/out-of-service", atLeast(Role.ENGINEER)),
                new Rule(HttpMethod.POST, "/api/v1/alarms/*/return-to-service", atLeast(Role.ENGINEER)),
                new Rule(HttpMethod.POST, "/api/v1/proposals/*/accept", atLeast(Role.OPERATOR)),
                new Rule(HttpMethod.POST, "/api/v1/proposals/*/decline", atLeast(Role.OPERATOR)),
                new Rule(HttpMethod.PUT, "/api/v1/classes/*", atLeast(Role.ENGINEER)),
                new Rule(HttpMethod.PUT, "/api/v1/assets/*", atLeast(Role.ENGINEER)),
                new Rule(HttpMethod.PUT, "/api/v1/assets/*/maintenance-terms", atLeast(Role.ENGINEER)),
                new Rule(HttpMethod.POST, "/api/v1/models/promote", atLeast(Role.ENGINEER)),
                new Rule(HttpMethod.POST, "/api/v1/trainings", atLeast(Role.ENGINEER)),
                new Rule(HttpMethod.POST, "/api/v1/backtests", atLeast(Role.ENGINEER)),
                new Rule(HttpMethod.PUT, "/api/v1/decisions/*", atLeast(Role.ENGINEER)),
                new Rule(HttpMethod.DELETE, "/api/v1/decisions/*", atLeast(Role.ENGINEER)),
                new Rule(HttpMethod.POST, "/api/v1/ingest/lines", gatewayOr(Role.ENGINEER)),
                new Rule(HttpMethod.GET, "/api/v1/plant", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/api/v1/classes", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/api/v1/assets/**", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/api/v1/episodes/*", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/api/v1/alarms/**", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/api/v1/proposals/**", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/api/v1/models", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/api/v1/trainings", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/api/v1/trainings/*", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/api/v1/backtests", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/api/v1/backtests/*", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/api/v1/decisions", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/api/v1/decisions/*", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/api/v1/life-models", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/api/v1/life-models/*", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.POST, "/api/v1/life-models/*/forecasts", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/api/v1/events", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/metrics", atLeast(Role.VIEWER)),
                new Rule(HttpMethod.GET, "/health/*", OPEN),
                new Rule(HttpMethod.GET, "/openapi.json/**", OPEN),
                new Rule(HttpMethod.GET, "/docs/**", OPEN),
                new Rule(HttpMethod.GET, "/swagger-ui/**", OPEN));
    }

    private static Access atLeast(Role role) {
        return new Access.OneOf(Stream.of(Role.VIEWER, Role.OPERATOR, Role.ENGINEER, Role.ADMIN)
                .filter(candidate -> candidate.compareTo(role) >= 0)
                .toList());
    }

    private static Access gatewayOr(Role role) {
        Access.OneOf people = (Access.OneOf) atLeast(role);
        return new Access.OneOf(
                Stream.concat(Stream.of(Role.GATEWAY), people.roles().stream()).toList());
    }
}
