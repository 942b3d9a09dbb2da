/** The dashboard in a real browser, on the real platform: what an operator sees, does by keyboard, and relies on. */
@NullMarked
package org.industrialmind.app.browser;

import org.jspecify.annotations.NullMarked;
