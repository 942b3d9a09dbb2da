/** How bad a machine's vibration is, by the zones of ISO 20816-3 with limits that a plant can edit. */
@NullMarked
package org.industrialmind.learning.vibration.severity;

import org.jspecify.annotations.NullMarked;
