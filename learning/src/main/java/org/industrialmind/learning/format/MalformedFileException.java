package org.industrialmind.learning.format;

import java.io.IOException;
import java.nio.file.Path;

/** A file is there, but does not hold what it should; the message names the file and what was wrong with it. */
public final class MalformedFileException extends IOException {
    public MalformedFileException(Path file, String wrong) {
        super(file.getFileName() + ": " + wrong);
    }

    MalformedFileException(Path file, String wrong, Throwable cause) {
        super(file.getFileName() + ": " + wrong, cause);
    }
}
