/** Why a window was called abnormal, worked out when somebody asks. */
@NullMarked
package org.industrialmind.serving.explanation;

import org.jspecify.annotations.NullMarked;
