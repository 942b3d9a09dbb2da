package org.industrialmind.serving.security;

/** Someone or something that has shown a valid key: the key's id, the name it was given, and its role. */
public record Caller(String keyId, String name, Role role) {}
