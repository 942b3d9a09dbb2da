package org.industrialmind.learning.prognosis.format;

import java.io.IOException;
import java.nio.file.Path;
import org.industrialmind.learning.prognosis.RemainingLifeModel;

/**
 * How models of remaining life of one kind are kept in a folder and brought back. Nothing in the folder can run code when it
 * is read.
 */
public interface LifeFormat {
    /** The file that begins with a {@link LifeHead}, by which {@link LifeFormats} knows the kind. */
    String MODEL = "model.json";

    /** Returns the {@link RemainingLifeModel#kind()} that this format keeps. */
    String kind();

    /**
     * Writes the model into an existing, empty folder.
     *
     * @throws IllegalArgumentException if the model is of another kind
     */
    void save(RemainingLifeModel model, Path folder) throws IOException;

    /**
     * Reads a model back; it answers as the saved one did.
     *
     * @throws IOException if a file is missing, truncated, does not hold what it should, or the model answers otherwise than
     *     it did when it was saved; the message names the file
     */
    RemainingLifeModel load(Path folder) throws IOException;
}
