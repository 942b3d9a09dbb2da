package org.industrialmind.serving.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets {@code %2F} stand for the slash that many plants have in their tags: {@code /api/v1/assets/boiler%2FP-101}, and in
 * no other path. Paths are cut into segments before these are decoded, so such a slash never begins a segment of its own.
 */
@Configuration(proxyBeanMethods = false)
public class SlashesInNames {
    private static final String NAMES = "/api/v1/assets/";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.DECODE.getValue()));
    }

    @Bean
    HttpFirewall firewall() {
        return new NamesOnly();
    }

    private static final class NamesOnly implements HttpFirewall {
        private final StrictHttpFirewall strict = new StrictHttpFirewall();
        private final StrictHttpFirewall slashes = new StrictHttpFirewall();

        NamesOnly() {
            slashes.setAllowUrlEncodedSlash(true);
        }

        @Override
        public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
            return request.getRequestURI().startsWith(NAMES)
                    ? slashes.getFirewalledRequest(request)
                    : strict.getFirewalledRequest(request);
        }

        @Override
        public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
            return strict.getFirewalledResponse(response);
        }
    }
}
