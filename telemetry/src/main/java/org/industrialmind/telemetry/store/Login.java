package org.industrialmind.telemetry.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How a client proves to a database who it is; the secret never shows in text. */
public sealed interface Login {
    /** Returns the value of the {@code Authorization} header. */
    String header();

    /** A name and a password, sent as HTTP basic authentication. */
    record Password(String name, String password) implements Login {
        @Override
        public String header() {
            byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        }

        @Override
        public String toString() {
            return "Password[name=" + name + "]";
        }
    }

    /**
     * A secret that stands for its bearer.
     *
     * @param scheme the word before the secret: {@code Bearer} for QuestDB, {@code Token} for InfluxDB 2
     */
    record Token(String scheme, String token) implements Login {
        @Override
        public String header() {
            return scheme + " " + token;
        }

        @Override
        public String toString() {
            return "Token[scheme=" + scheme + "]";
        }
    }
}
