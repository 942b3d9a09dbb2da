/** Several classifiers that answer as one: voting, bagging, stacking and blending, all of them trainers like any other. */
@NullMarked
package org.industrialmind.learning.tabular.ensemble;

import org.jspecify.annotations.NullMarked;
