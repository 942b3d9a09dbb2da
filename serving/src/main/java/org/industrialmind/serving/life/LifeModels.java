package org.industrialmind.serving.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedModel;
import org.industrialmind.learning.prognosis.format.LifeFormat;
import org.industrialmind.learning.prognosis.format.LifeFormats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models of remaining life in a folder, each in a folder of its name. A model is read when it is first asked for, and again
 * when its file has become another; what comes or goes while the platform runs is seen at once.
 */
public final class LifeModels {
    private static final Logger LOG = LoggerFactory.getLogger(LifeModels.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}"); // a part of an address

    private final Path folder;
    private final LifeFormats formats;
    private final Map<String, Kept> read = new ConcurrentHashMap<>();

    private record Kept(FileTime written, CrossFittedModel model) {}

    /** @param folder which need not exist */
    public LifeModels(Path folder, LifeFormats formats) {
        this.folder = folder;
        this.formats = formats;
    }

    /** Returns the names of the models, readable or not, in their order. */
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> Files.exists(each.resolve(LifeFormat.MODEL)))
                    .map(each -> String.valueOf(each.getFileName()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    /**
     * Returns the model of that name; empty if there is none.
     *
     * @throws IOException if there is one that cannot be believed
     */
    public Optional<CrossFittedModel> find(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Path head = folder.resolve(name).resolve(LifeFormat.MODEL);
        if (!Files.exists(head)) {
            read.remove(name);
            return Optional.empty();
        }
        FileTime written = Files.getLastModifiedTime(head);
        Kept known = read.get(name);
        if (known == null || !known.written().equals(written)) {
            known = new Kept(written, load(name));
            read.put(name, known);
        }
        return Optional.of(known.model());
    }

    private CrossFittedModel load(String name) throws IOException {
        RemainingLifeModel model = formats.load(folder.resolve(name));
        if (!(model instanceof CrossFittedModel calibrated)) {
            throw new IOException("holds a model of kind " + model.kind()
                    + ", whose promises nobody has measured: expected one that 'life train' made");
        }
        LOG.info(
                "event=life_model_read name={} fleet=\"{}\"",
                name,
                model.schema().fleet());
        return calibrated;
    }
}
