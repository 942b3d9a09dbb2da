package org.industrialmind.lifecycle.training;

import java.time.Duration;

/**
 * Settings of a worker.
 *
 * @param polling how often it looks for work
 * @param heartbeat how often it says that it lives; after four silent beats its job goes to another worker
 * @param attempts how often a job may outlive its worker before it is given up, since it may be what kills them
 */
public record TrainingSettings(Duration polling, Duration heartbeat, int attempts) {
    public static TrainingSettings defaults() {
        return new TrainingSettings(Duration.ofSeconds(1), Duration.ofSeconds(5), 3);
    }
}
