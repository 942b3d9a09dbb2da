package org.industrialmind.learning.selection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.industrialmind.learning.anomaly.AnomalyDetector;
import org.industrialmind.learning.anomaly.DetectorFormat;
import org.industrialmind.learning.anomaly.DetectorHead;
import org.industrialmind.learning.decision.DecidingFormat;
import org.industrialmind.learning.decision.DecisionPolicy;
import org.industrialmind.learning.decision.DecisionPolicyFormat;
import org.industrialmind.learning.format.JsonFields;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keeps {@link EnsembleDetector}s: {@code ensemble.json}, and a folder for each member as its own format writes it. */
public final class EnsembleFormat implements DecidingFormat {
    private static final String FILE = "ensemble.json";
    private static final int VERSION = 1;

    private final MemberFormats formats;

    /** Makes the format for members of these kinds. */
    public EnsembleFormat(List<DetectorFormat> members) {
        formats = new MemberFormats(members);
    }

    @Override
    public String kind() {
        return EnsembleDetector.KIND;
    }

    @Override
    public void save(AnomalyDetector detector, Path folder) throws IOException {
        if (!(detector instanceof EnsembleDetector ensemble)) {
            throw new IllegalArgumentException(
                    "detector of kind " + detector.kind() + " cannot be kept here: expected " + EnsembleDetector.KIND);
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        DetectorHead.write(ensemble, VERSION, root);
        DecisionPolicyFormat.write(ensemble.policy(), root.putObject("policy"));
        ArrayNode members = root.putArray("members");
        for (int m = 0; m < ensemble.members().size(); m++) {
            AnomalyDetector member = ensemble.members().get(m);
            members.addObject().put("kind", member.kind());
            formats.save(member, memberFolder(folder, m));
        }
        JsonFields.write(root, folder.resolve(FILE));
    }

    private static Path memberFolder(Path folder, int member) {
        return folder.resolve("member-" + (member + 1));
    }

    @Override
    public DecisionPolicy policy(Path folder) throws IOException {
        JsonFields root = JsonFields.read(folder.resolve(FILE));
        DetectorHead.read(root, EnsembleDetector.KIND, VERSION);
        return DecisionPolicyFormat.read(root.object("policy"));
    }

    @Override
    public EnsembleDetector load(Path folder) throws IOException {
        JsonFields root = JsonFields.read(folder.resolve(FILE));
        DetectorHead head = DetectorHead.read(root, EnsembleDetector.KIND, VERSION);
        DecisionPolicy policy = DecisionPolicyFormat.read(root.object("policy"));
        List<AnomalyDetector> members = new ArrayList<>();
        for (JsonFields member : root.objects("members")) {
            members.add(formats.load(member.text("kind"), member, memberFolder(folder, members.size())));
        }
        try {
            return new EnsembleDetector(members, policy, head.provenance(), head.metrics());
        } catch (IllegalArgumentException invalid) {
            throw root.malformed(String.valueOf(invalid.getMessage()));
        }
    }
}
