/** Models of remaining life in pure Java: what is known without looking, survival models, and boosted trees. */
@NullMarked
package org.industrialmind.learning.prognosis.model;

import org.jspecify.annotations.NullMarked;
