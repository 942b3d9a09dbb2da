/** What to do and by when: from how long a machine will last and what acting and not acting cost, to a work order proposal. */
@NullMarked
package org.industrialmind.advisor.advice;

import org.jspecify.annotations.NullMarked;
