package org.industrialmind.learning.tabular.table;

import java.io.IOException;

/** A file does not hold the table it should; the message names the row and column, what was seen and what was expected. */
public final class MalformedTableException extends IOException {
    MalformedTableException(String wrong) {
        super(wrong);
    }

    MalformedTableException(String wrong, Throwable cause) {
        super(wrong, cause);
    }
}
