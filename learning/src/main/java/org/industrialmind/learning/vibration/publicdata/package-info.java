/**
 * Bearing rigs whose recordings are public: readers of their files as they are published, and the protocols by which they
 * can be used without fooling oneself.
 */
@NullMarked
package org.industrialmind.learning.vibration.publicdata;

import org.jspecify.annotations.NullMarked;
