package org.industrialmind.learning.prognosis.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.prognosis.RemainingLifeModel;

/** The formats that a program knows: a model is written by that of its kind, a folder read by that of the kind it names. */
public final class LifeFormats {
    private final Map<String, LifeFormat> formats;

    public LifeFormats(List<? extends LifeFormat> formats) {
        this.formats = new TreeMap<>(formats.stream().collect(Collectors.toMap(LifeFormat::kind, format -> format)));
    }

    /**
     * Writes a model into an existing, empty folder.
     *
     * @throws IllegalArgumentException if it is of none of the kinds
     */
    public void save(RemainingLifeModel model, Path folder) throws IOException {
        LifeFormat format = formats.get(model.kind());
        if (format == null) {
            throw new IllegalArgumentException(
                    "a model of kind " + model.kind() + " cannot be kept: expected one of " + formats.keySet());
        }
        format.save(model, folder);
    }

    /**
     * Reads a model back.
     *
     * @throws IOException as {@link LifeFormat#load}, and if the folder holds a model of none of the kinds
     */
    public RemainingLifeModel load(Path folder) throws IOException {
        JsonFields root = JsonFields.read(folder.resolve(LifeFormat.MODEL));
        LifeFormat format = formats.get(root.text("kind"));
        if (format == null) {
            throw root.malformed(
                    "holds a model of kind " + root.text("kind") + ": expected one of " + formats.keySet());
        }
        return format.load(folder);
    }
}
