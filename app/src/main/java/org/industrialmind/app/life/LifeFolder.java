package org.industrialmind.app.life;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.industrialmind.app.process.Scratch;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedFormat;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedModel;

/** The folder in which a model of remaining life is kept; it appears whole or not at all. */
public record LifeFolder(Path folder) {
    /** @throws IOException if there is something by that name already, also an empty folder */
    public void requireFree() throws IOException {
        if (Files.exists(folder)) {
            throw new FileSystemException(
                    folder.toString(), null, "is there already: expected a folder to be made; next: name another");
        }
    }

    public void save(RemainingLifeModel model) throws IOException {
        requireFree();
        Path absolute = folder.toAbsolutePath();
        Path parent = absolute.resolveSibling(""); // the folder around, which a path may not name
        Files.createDirectories(parent);
        Path making = Files.createDirectory(parent.resolve(".making-" + UUID.randomUUID()));
        try {
            LifeMethod.formats().save(model, making);
            Files.move(making, absolute, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException failed) {
            Scratch.remove(making);
            throw failed;
        }
    }

    /**
     * Reads the model back.
     *
     * @throws IOException if the folder holds none that can be believed
     */
    public CrossFittedModel load() throws IOException {
        return CrossFittedFormat.calibrated(LifeMethod.formats(), folder);
    }
}
