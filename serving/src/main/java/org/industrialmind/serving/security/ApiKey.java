package org.industrialmind.serving.security;

import java.time.Instant;

/** An API key as it is kept: its secret is not here, only its SHA-256 is stored. */
public record ApiKey(String id, String name, Role role, Instant created) {}
