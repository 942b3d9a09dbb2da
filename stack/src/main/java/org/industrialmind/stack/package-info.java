/**
 * The local servers: real Kafka, QuestDB and PostgreSQL started in one process on loopback, so that a laptop differs from a plant by
 * addresses alone. This package knows how to start, keep and stop each server, and nothing of what the platform stores in them.
 */
@NullMarked
package org.industrialmind.stack;

import org.jspecify.annotations.NullMarked;
