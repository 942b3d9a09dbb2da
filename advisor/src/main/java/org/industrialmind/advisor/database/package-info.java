/** The advisor's database: tables by feature, and work that is done wholly or not at all. */
@NullMarked
package org.industrialmind.advisor.database;

import org.jspecify.annotations.NullMarked;
