/** The versions of every model, where each came from, and which of them is at work. */
@NullMarked
package org.industrialmind.lifecycle.registry;

import org.jspecify.annotations.NullMarked;
