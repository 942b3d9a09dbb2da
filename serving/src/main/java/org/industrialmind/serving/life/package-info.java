/** Kept models of remaining life by REST: which there are, and how long units will last that are known so far. */
@NullMarked
package org.industrialmind.serving.life;

import org.jspecify.annotations.NullMarked;
