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

    private final String kind;
    private final MemberFormats formats;

    /** Makes the format of that kind for members of these kinds. */
    public EnsembleFormat(String kind, List<DetectorFormat> members) {
        this.kind = kind;
        formats = new MemberFormats(members);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void save(AnomalyDetector detector, Path folder) throws IOException {
        if (!(detector instanceof EnsembleDetector ensemble) || !kind.equals(ensemble.kind())) {
            throw new IllegalArgumentException(
                    "detector of kind " + detector.kind() + " cannot be kept here: expected " + kind);
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

    /** What is read before the members are. */
    private record Opened(JsonFields root, DetectorHead head, DecisionPolicy policy) {
        static Opened of(Path folder, String kind) throws IOException {
            JsonFields root = JsonFields.read(folder.resolve(FILE));
            DetectorHead head = DetectorHead.read(root, kind, VERSION);
            return new Opened(root, head, DecisionPolicyFormat.read(root.object("policy")));
        }
    }

    private static Path memberFolder(Path folder, int member) {
        return folder.resolve("member-" + (member + 1));
    }

    @Override
    public DecisionPolicy policy(Path folder) throws IOException {
        return Opened.of(folder, kind).policy();
    }

    @Override
    public EnsembleDetector load(Path folder) throws IOException {
        Opened opened = Opened.of(folder, kind);
        JsonFields root = opened.root();
        List<AnomalyDetector> members = new ArrayList<>();
        for (JsonFields member : root.objects("members")) {
            members.add(formats.load(member.text("kind"), member, memberFolder(folder, members.size())));
        }
        try {
            return new EnsembleDetector(
                    kind,
                    members,
                    opened.policy(),
                    opened.head().provenance(),
                    opened.head().metrics());
        } catch (IllegalArgumentException invalid) {
            throw root.malformed(String.valueOf(invalid.getMessage()));
        }
    }
}
