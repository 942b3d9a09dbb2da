package org.industrialmind.learning.selection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.DetectorHead;
import org.industrialmind.learning.format.JsonFields;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keeps {@link BestDetector}s: {@code best.json}, and a folder for the detector that was chosen. */
public final class BestFormat implements DetectorFormat {
    private static final String FILE = "best.json";
    private static final String CHOSEN = "chosen";
    private static final int VERSION = 1;

    private final MemberFormats formats;

    /** Makes the format for a choice among these kinds. */
    public BestFormat(List<DetectorFormat> candidates) {
        formats = new MemberFormats(candidates);
    }

    @Override
    public String kind() {
        return BestDetector.KIND;
    }

    @Override
    public void save(AnomalyDetector detector, Path folder) throws IOException {
        if (!(detector instanceof BestDetector best)) {
            throw new IllegalArgumentException(
                    "detector of kind " + detector.kind() + " cannot be kept here: expected " + BestDetector.KIND);
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        DetectorHead.write(best, VERSION, root);
        root.put(CHOSEN, best.chosen().kind());
        formats.save(best.chosen(), folder.resolve(CHOSEN));
        JsonFields.write(root, folder.resolve(FILE));
    }

    @Override
    public BestDetector load(Path folder) throws IOException {
        JsonFields root = JsonFields.read(folder.resolve(FILE));
        DetectorHead head = DetectorHead.read(root, BestDetector.KIND, VERSION);
        AnomalyDetector chosen = formats.load(root.text(CHOSEN), root, folder.resolve(CHOSEN));
        return new BestDetector(chosen, head.provenance(), head.metrics());
    }
}
