/** The demonstration: the main job of the platform from start to finish, with its promises checked. */
@NullMarked
package org.industrialmind.app.demo;

import org.jspecify.annotations.NullMarked;
