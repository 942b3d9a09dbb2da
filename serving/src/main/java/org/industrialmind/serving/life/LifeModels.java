package org.industrialmind.serving.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.industrialmind.learning.prognosis.ensemble.CrossFittedModel;
import org.industrialmind.learning.prognosis.format.LifeFormat;
import org.industrialmind.learning.prognosis.format.LifeFormats;

/**
 * The models of remaining life in a folder, each in a folder of its name. A model is read when it is first asked for, and again
 * when its files have become others; what comes or goes while the platform runs is seen at once.
 */
public final class LifeModels {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}"); // a part of an address

    private final Path folder;
    private final LifeFormats formats;
    private final Map<String, KeptLife> read = new ConcurrentHashMap<>();

    /** @param folder which need not exist */
    public LifeModels(Path folder, LifeFormats formats) {
        this.folder = folder;
        this.formats = formats;
    }

    /** Returns the names of the models, readable or not, in their order. */
    public List<String> names() throws IOException {
        return folders(name -> NAME.matcher(name).matches());
    }

    /** Returns the names of folders with models that cannot be asked for, because such a name is no part of an address. */
    List<String> misnamed() throws IOException {
        return folders(name -> !NAME.matcher(name).matches() && !name.startsWith(".")); // one with a dot is being made
    }

    private List<String> folders(Predicate<String> named) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> Files.exists(each.resolve(LifeFormat.MODEL)))
                    .map(each -> String.valueOf(each.getFileName()))
                    .filter(named)
                    .sorted()
                    .toList();
        }
    }

    /**
     * Returns the model of that name; empty if there is none. Who asks for a model that another is reading waits for it.
     *
     * @throws IOException if there is one that cannot be believed
     */
    public Optional<CrossFittedModel> find(String name) throws IOException {
        read.keySet().removeIf(known -> !exists(known)); // what was deleted takes no room
        return NAME.matcher(name).matches() && exists(name)
                ? Optional.of(read.computeIfAbsent(name, first -> new KeptLife(folder.resolve(first), formats))
                        .model())
                : Optional.empty();
    }

    private boolean exists(String name) {
        return Files.exists(folder.resolve(name).resolve(LifeFormat.MODEL));
    }

    /** Returns how many models, or refusals of one, are remembered. */
    int remembered() {
        return read.size();
    }
}
