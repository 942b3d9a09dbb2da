package org.industrialmind.app.command;

import java.util.Iterator;
import org.industrialmind.app.training.DetectorKind;

/** The kinds of detector, for the help of the options that take one. */
final class DetectorCodes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return DetectorKind.codes().iterator();
    }
}
