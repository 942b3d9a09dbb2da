/**
 * Alarms as ISA-18.2 understands them: how assessments become episodes, episodes alarms, and what an operator may do
 * with one. Knows the database in which all of it survives; knows nothing of how readings were scored.
 */
@NullMarked
package org.industrialmind.advisor.alarm;

import org.jspecify.annotations.NullMarked;
