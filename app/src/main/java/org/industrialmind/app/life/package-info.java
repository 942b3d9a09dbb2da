/** Models of remaining life that a user trains on runs of his own, keeps, and asks. */
@NullMarked
package org.industrialmind.app.life;

import org.jspecify.annotations.NullMarked;
