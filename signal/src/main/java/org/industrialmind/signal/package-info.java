/**
 * The words of the house: what travels between modules, and nothing else.
 *
 * <p>A type may enter this package only if it travels on an arrow between two modules. All times are event times, UTC,
 * in nanoseconds since the epoch unless a name says otherwise. Every type here is immutable and checks itself when it is
 * made, so whoever holds one need not check it again.
 */
@NullMarked
package org.industrialmind.signal;

import org.jspecify.annotations.NullMarked;
