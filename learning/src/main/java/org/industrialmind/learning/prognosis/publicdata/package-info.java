/** Runs to failure that somebody else recorded, read from the folder they were published in. */
@NullMarked
package org.industrialmind.learning.prognosis.publicdata;

import org.jspecify.annotations.NullMarked;
