package org.industrialmind.serving.platform;

import java.io.IOException;
import org.industrialmind.lifecycle.registry.ModelVersion;

/** Looks whether a version could go to work; implemented where models are read. */
@FunctionalInterface
public interface ModelCheck {
    /** @throws IOException if it could not: its files cannot be read, or not by this version of the program */
    void requireReadable(ModelVersion version) throws IOException;
}
