/**
 * Answers to "why is this window abnormal?" that any detector can be asked, on demand: they put many changed windows to it
 * and watch the score.
 */
@NullMarked
package org.industrialmind.learning.explanation;

import org.jspecify.annotations.NullMarked;
