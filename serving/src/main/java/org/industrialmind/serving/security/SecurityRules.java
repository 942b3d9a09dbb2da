package org.industrialmind.serving.security;

import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.List;
import org.industrialmind.serving.web.PageFiles;
import org.industrialmind.serving.web.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** Turns {@link AccessRules} into Spring Security's filter chain, with the headers that every answer carries. */
@Configuration(proxyBeanMethods = false)
public class SecurityRules {

    @Bean
    SignInThrottle signInThrottle(InstantSource clock) {
        return new SignInThrottle(clock);
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, ApiKeys keys, Sessions sessions, SignInThrottle throttle, PageFiles pages)
            throws Exception {
        String policy = pages.contentPolicy();
        // The page of the API's description sets styles from its script; it shows no data of the plant.
        String policyOfDocs = policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // CallerFilter asks cookie writers for a header instead
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(new CallerFilter(keys, sessions, throttle), AnonymousAuthenticationFilter.class)
                .exceptionHandling(refusal -> refusal.authenticationEntryPoint(
                                (request, response, why) -> ProblemWriter.write(
                                        response,
                                        HttpStatus.UNAUTHORIZED,
                                        "this needs a key or a session, and none that is in force was shown",
                                        "sign in, or send 'Authorization: Bearer im_...'"))
                        .accessDeniedHandler((request, response, why) -> ProblemWriter.write(
                                response,
                                HttpStatus.FORBIDDEN,
                                "the role of this key does not allow " + request.getMethod() + " "
                                        + request.getRequestURI(),
                                "ask an admin for a key of the role that may")))
                .headers(headers -> headers.addHeaderWriter((request, response) -> response.setHeader(
                                "Content-Security-Policy",
                                request.getRequestURI().startsWith("/swagger-ui/") ? policyOfDocs : policy))
                        .referrerPolicy(referrer -> {})
                        .frameOptions(frame -> frame.deny()));
        http.authorizeHttpRequests(requests -> {
            // the rest of an answer whose request has been let in, or refused, before
            requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll();
            for (AccessRules.Rule rule : AccessRules.all()) {
                for (HttpMethod method : withHead(rule.method())) {
                    var matched = requests.requestMatchers(method, rule.path());
                    switch (rule.access()) {
                        case AccessRules.Access.Open open -> matched.permitAll();
                        case AccessRules.Access.OneOf oneOf ->
                            matched.hasAnyRole(
                                    oneOf.roles().stream().map(Role::name).toArray(String[]::new));
                    }
                }
            }
            requests.requestMatchers("/api/**").denyAll();
            for (HttpMethod method : withHead(HttpMethod.GET)) {
                requests.requestMatchers(method, "/**").permitAll(); // the dashboard's files hold no data
            }
            requests.anyRequest().denyAll();
        });
        return http.build();
    }

    /** Whoever may read something may also ask how long it is. */
    private static List<HttpMethod> withHead(HttpMethod method) {
        return method.equals(HttpMethod.GET) ? List.of(method, HttpMethod.HEAD) : List.of(method);
    }
}
