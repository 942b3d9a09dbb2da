/** How worn is a bearing? A health index that other bearings' lives have weighed, beside the level of vibration. */
@NullMarked
package org.industrialmind.recipes.bearinglives;

import org.jspecify.annotations.NullMarked;
