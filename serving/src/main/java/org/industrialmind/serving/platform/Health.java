package org.industrialmind.serving.platform;

import java.util.Map;

/** Says which parts work. */
@FunctionalInterface
public interface Health {
    /** How a part is doing. */
    enum State {
        /** It works. */
        UP,
        /** It does not work, and the platform does without it for now. */
        DEGRADED,
        /** It does not work, and the platform cannot do its job. */
        DOWN
    }

    /** Returns the state of each part by name, in the order in which data flows through them. */
    Map<String, State> parts();
}
