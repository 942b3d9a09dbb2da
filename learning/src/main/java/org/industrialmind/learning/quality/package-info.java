/** Whether readings can be believed: what a broken sensor looks like, told apart from what a machine can do. */
@NullMarked
package org.industrialmind.learning.quality;

import org.jspecify.annotations.NullMarked;
