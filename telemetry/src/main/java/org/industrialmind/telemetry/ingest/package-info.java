/**
 * The door for readings: text from gateways and files becomes frames, or is refused with the line and the reason. What has
 * been acknowledged here is durable; what is refused is counted.
 */
@NullMarked
package org.industrialmind.telemetry.ingest;

import org.jspecify.annotations.NullMarked;
