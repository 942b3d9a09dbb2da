/** What must stay true when processes are killed, servers go away and readings are bad: proven on the whole platform. */
@NullMarked
package org.industrialmind.app.chaos;

import org.jspecify.annotations.NullMarked;
