/**
 * Scored cases put up for a decision: kept in PostgreSQL, and shown with what any risk threshold would cost and whom it
 * would hit. The arithmetic is {@code learning}'s.
 */
@NullMarked
package org.industrialmind.serving.decision;

import org.jspecify.annotations.NullMarked;
