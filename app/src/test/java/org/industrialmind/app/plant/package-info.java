/** What only the whole house can check of the simulated plant: that its faults are the library's, and how hard they are to find. */
@NullMarked
package org.industrialmind.app.plant;

import org.jspecify.annotations.NullMarked;
