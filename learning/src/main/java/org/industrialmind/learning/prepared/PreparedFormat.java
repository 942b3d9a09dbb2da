package org.industrialmind.learning.prepared;

import java.io.IOException;
import java.nio.file.Path;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.physics.PhysicsFormat;
import org.industrialmind.learning.quality.QualityGateFormat;
import org.industrialmind.learning.surroundings.SurroundingsFormat;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keeps {@link PreparedDetector}s: the files of the detector behind, and {@code preparation.json} beside them. */
public final class PreparedFormat implements DetectorFormat {
    private static final String FILE = "preparation.json";

    private final DetectorFormat behind;

    /** @param behind the format of the detector that judges the prepared windows */
    public PreparedFormat(DetectorFormat behind) {
        this.behind = behind;
    }

    @Override
    public String kind() {
        return behind.kind();
    }

    @Override
    public void save(AnomalyDetector detector, Path folder) throws IOException {
        if (!(detector instanceof PreparedDetector prepared)) {
            throw new IllegalArgumentException("detector of kind " + detector.kind()
                    + " sees windows as they are: expected one that has them prepared");
        }
        behind.save(prepared.detector(), folder);
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        QualityGateFormat.write(prepared.preparation().gate(), root.putObject("gate"));
        PhysicsFormat.write(prepared.preparation().physics(), root.putObject("physics"));
        SurroundingsFormat.write(prepared.preparation().surroundings(), root.putObject("surroundings"));
        JsonFields.write(root, folder.resolve(FILE));
    }

    @Override
    public PreparedDetector load(Path folder) throws IOException {
        JsonFields root = JsonFields.read(folder.resolve(FILE));
        Preparation preparation = new Preparation(
                QualityGateFormat.read(root.object("gate")),
                PhysicsFormat.read(root.object("physics")),
                SurroundingsFormat.read(root.object("surroundings")));
        return new PreparedDetector(preparation, behind.load(folder));
    }
}
