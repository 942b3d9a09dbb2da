/** The commands that users and scripts rely on: each parses its words, calls one part of the program, and prints. */
@NullMarked
package org.industrialmind.app.command;

import org.jspecify.annotations.NullMarked;
