/** What may keep IndustrialMind from running on this machine, and what to do about it. */
@NullMarked
package org.industrialmind.app.doctor;

import org.jspecify.annotations.NullMarked;
