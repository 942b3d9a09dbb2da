/** Which part of a bearing is damaged, learned from blocks of other bearings. */
@NullMarked
package org.industrialmind.learning.vibration.condition;

import org.jspecify.annotations.NullMarked;
