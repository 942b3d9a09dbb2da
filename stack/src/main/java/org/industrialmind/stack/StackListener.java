package org.industrialmind.stack;

import java.time.Duration;

/** Hears that a server became ready. Calls come from several threads. */
@FunctionalInterface
interface StackListener {

    void ready(Endpoint endpoint, Duration took);
}
