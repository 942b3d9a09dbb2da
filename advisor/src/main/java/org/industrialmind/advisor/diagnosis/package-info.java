/** What may be behind an abnormal machine: failure modes of its class, ranked by the signs that speak for and against. */
@NullMarked
package org.industrialmind.advisor.diagnosis;

import org.jspecify.annotations.NullMarked;
