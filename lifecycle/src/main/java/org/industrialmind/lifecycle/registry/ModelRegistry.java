package org.industrialmind.lifecycle.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.industrialmind.learning.Provenance;
import org.industrialmind.signal.ModelRef;

/**
 * Keeps model versions with their provenance and says which version of each name is the champion.
 *
 * <p>A version is immutable once registered. Its files are named by their SHA-256; reading checks it, so a changed or
 * truncated file is refused and never scored with. Promotion is atomic and leaves a trace of who did it, when and why.
 */
public interface ModelRegistry {
    /**
     * Registers the files of the folder as the next version of that name.
     *
     * @param kind the detector kind, by which the files can be read back
     * @param metrics what was measured on data that training did not see, by name
     */
    ModelVersion register(String name, String kind, Path folder, Provenance provenance, Map<String, Double> metrics)
            throws IOException;

    /** Returns a folder with the version's files, after checking them against their recorded SHA-256. */
    Path artifact(ModelRef model) throws IOException;

    Optional<ModelVersion> find(ModelRef model);

    /** Returns all versions of all names, by name, newest version first. */
    List<ModelVersion> all();

    Optional<ModelVersion> champion(String name);

    /**
     * Makes the version the champion of its name.
     *
     * @throws java.util.NoSuchElementException if there is no such version
     */
    ModelVersion promote(ModelRef model, String by, String reason);

    /** Returns the promotions of that name, newest first. */
    List<Promotion> promotions(String name);

    /** Returns a number that grows with every promotion of any name: a cheap way to see that something changed. */
    long revision();
}
