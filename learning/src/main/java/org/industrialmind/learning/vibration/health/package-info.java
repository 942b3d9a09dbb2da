/** How worn a machine is, as one number that rises over its life, from the vibration of snapshots taken now and then. */
@NullMarked
package org.industrialmind.learning.vibration.health;

import org.jspecify.annotations.NullMarked;
