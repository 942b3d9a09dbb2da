/** The database that the registry and the training queue share: its tables, and work done wholly or not at all. */
@NullMarked
package org.industrialmind.lifecycle.database;

import org.jspecify.annotations.NullMarked;
