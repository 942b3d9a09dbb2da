/** Who is to be thanked for a prediction: shares of it handed to the columns, exactly where the model allows. */
@NullMarked
package org.industrialmind.foundations.attribution;

import org.jspecify.annotations.NullMarked;
