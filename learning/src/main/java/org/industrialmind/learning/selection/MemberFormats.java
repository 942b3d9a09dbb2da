package org.industrialmind.learning.selection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.format.JsonFields;

/** Keeps detectors that are part of another one, each in a folder of its own as its kind's format writes it. */
final class MemberFormats {
    private final Map<String, DetectorFormat> formats;

    MemberFormats(List<DetectorFormat> formats) {
        this.formats =
                new TreeMap<>(formats.stream().collect(Collectors.toMap(DetectorFormat::kind, format -> format)));
    }

    /**
     * Writes a detector into a new folder.
     *
     * @throws IllegalArgumentException if it is of none of the kinds
     */
    void save(AnomalyDetector member, Path folder) throws IOException {
        DetectorFormat format = formats.get(member.kind());
        if (format == null) {
            throw new IllegalArgumentException(
                    "member of kind " + member.kind() + " cannot be kept: expected one of " + formats.keySet());
        }
        format.save(member, Files.createDirectory(folder));
    }

    /**
     * Reads a detector back.
     *
     * @param within the file that names its kind
     */
    AnomalyDetector load(String kind, JsonFields within, Path folder) throws IOException {
        DetectorFormat format = formats.get(kind);
        if (format == null) {
            throw within.malformed("is a detector of kind " + kind + ": expected one of " + formats.keySet());
        }
        return format.load(folder);
    }
}
