/** Measures the platform on this machine: how many values a second it takes in, how late, and whether memory stays flat. */
@NullMarked
package org.industrialmind.app.bench;

import org.jspecify.annotations.NullMarked;
