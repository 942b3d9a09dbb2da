/** How readings come in: from the forms in which plants speak to frames that are acknowledged when they are durable. */
@NullMarked
package org.industrialmind.telemetry.ingest;

import org.jspecify.annotations.NullMarked;
