package org.industrialmind.lifecycle.training;

import java.time.Instant;
import java.util.UUID;

/**
 * A training and how far it has come.
 *
 * @param changed when the state last changed
 */
public record TrainingStatus(UUID id, TrainingJob job, TrainingState state, Instant submitted, Instant changed) {}
