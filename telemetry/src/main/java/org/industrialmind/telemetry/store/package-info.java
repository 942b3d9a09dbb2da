/** Keeps every sample, assessment and episode, and gives them back by time: one contract, several databases. */
@NullMarked
package org.industrialmind.telemetry.store;

import org.jspecify.annotations.NullMarked;
