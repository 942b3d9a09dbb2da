package org.industrialmind.serving.security;

import java.util.Locale;

/** What a caller may do. Viewer, operator, engineer and admin each include the former; a gateway may only deliver readings. */
public enum Role {
    GATEWAY,
    VIEWER,
    OPERATOR,
    ENGINEER,
    ADMIN;

    /** Returns the role of that name in lower case, as the API writes it. */
    public static Role parse(String text) {
        for (Role role : values()) {
            if (role.text().equals(text)) {
                return role;
            }
        }
        throw new IllegalArgumentException(
                "role '" + text + "' does not exist: expected viewer, operator, engineer, admin or gateway");
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
