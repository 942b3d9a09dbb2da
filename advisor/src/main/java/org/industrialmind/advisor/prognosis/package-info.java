/** How long each machine will still do its work, by the path its condition has taken since the episode began. */
@NullMarked
package org.industrialmind.advisor.prognosis;

import org.jspecify.annotations.NullMarked;
