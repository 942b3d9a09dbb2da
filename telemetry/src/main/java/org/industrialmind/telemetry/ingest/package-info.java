<<<<<<< HEAD
/**
 * The door for readings: text from gateways and files becomes frames, or is refused with the line and the reason. What has
 * been acknowledged here is durable; what is refused is counted.
 */
=======
/** How readings come in: from the forms in which plants speak to frames that are acknowledged when they are durable. */
>>>>>>> main
@NullMarked
package org.industrialmind.telemetry.ingest;

import org.jspecify.annotations.NullMarked;
