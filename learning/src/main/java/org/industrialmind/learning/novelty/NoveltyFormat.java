package org.industrialmind.learning.novelty;

import java.io.IOException;
import java.nio.file.Path;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.Baseline;
import org.industrialmind.learning.anomaly.BaselineFormat;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.DetectorHead;
import org.industrialmind.learning.anomaly.Limits;
import org.industrialmind.learning.anomaly.LimitsFormat;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.format.MalformedFileException;
import org.industrialmind.learning.format.NamedTensors;
import org.industrialmind.learning.format.SafeTensors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps {@link NoveltyDetector}s of one method: {@code model.json} for what a person may want to read,
 * {@code model.safetensors} for what the method learned.
 */
public final class NoveltyFormat implements DetectorFormat {
    private static final String MODEL = "model.json";
    private static final String TENSORS = "model.safetensors";
    private static final int VERSION = 2; // 1 was that of the PCA detector before it shared this frame

    private final NoveltyMethod method;

    public NoveltyFormat(NoveltyMethod method) {
        this.method = method;
    }

    @Override
    public String kind() {
        return method.kind();
    }

    @Override
    public void save(AnomalyDetector detector, Path folder) throws IOException {
        if (!(detector instanceof NoveltyDetector novelty) || !detector.kind().equals(kind())) {
            throw new IllegalArgumentException(
                    "detector of kind " + detector.kind() + " cannot be kept here: expected " + kind());
        }
        new SafeTensors(novelty.fit().known().tensors()).write(folder.resolve(TENSORS));
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        DetectorHead.write(novelty, VERSION, root);
        LimitsFormat.write(novelty.limits(), root.putObject("limits"));
        BaselineFormat.write(novelty.fit().baseline(), root.putObject("baseline"));
        JsonFields.write(root, folder.resolve(MODEL));
    }

    @Override
    public NoveltyDetector load(Path folder) throws IOException {
        JsonFields root = JsonFields.read(folder.resolve(MODEL));
        DetectorHead head = DetectorHead.read(root, kind(), VERSION);
        Baseline baseline = BaselineFormat.read(root.object("baseline"));
        Limits limits = LimitsFormat.read(root.object("limits"));
        NoveltyFit fit = fit(baseline, folder.resolve(TENSORS));
        return new NoveltyDetector(kind(), fit, limits, head.provenance(), head.metrics());
    }

    private NoveltyFit fit(Baseline baseline, Path file) throws IOException {
        SafeTensors tensors = SafeTensors.read(file);
        try {
            KnownNormal known = method.restore(NoveltyFit.layout(baseline), new NamedTensors(tensors.tensors()));
            return new NoveltyFit(baseline, known);
        } catch (IllegalArgumentException invalid) {
            throw new MalformedFileException(file, String.valueOf(invalid.getMessage()));
        }
    }
}
