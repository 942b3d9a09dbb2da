/**
 * The edge of the house: REST, server-sent events, the dashboard's files and who may see what. It translates and does not
 * think: every answer is worked out by the module it comes from.
 */
@NullMarked
package org.industrialmind.serving;

import org.jspecify.annotations.NullMarked;
