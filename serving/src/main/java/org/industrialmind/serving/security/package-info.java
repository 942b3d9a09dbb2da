/** Who is asking and what they may do: API keys, sessions, roles and the rules of access, in one place. */
@NullMarked
package org.industrialmind.serving.security;

import org.jspecify.annotations.NullMarked;
