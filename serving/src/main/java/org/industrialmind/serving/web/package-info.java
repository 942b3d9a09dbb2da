/** How answers look that no one asked for: errors as problem JSON, and the dashboard's files with their headers. */
@NullMarked
package org.industrialmind.serving.web;

import org.jspecify.annotations.NullMarked;
