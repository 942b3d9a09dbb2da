package org.industrialmind.learning.prognosis.ensemble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.industrialmind.learning.format.JsonFields;
import org.industrialmind.learning.format.MalformedFileException;
import org.industrialmind.learning.format.SafeTensors;
import org.industrialmind.learning.prognosis.RemainingLifeModel;
import org.industrialmind.learning.prognosis.format.LifeFormat;
import org.industrialmind.learning.prognosis.format.LifeFormats;
import org.industrialmind.learning.prognosis.format.LifeHead;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps {@link CrossFittedModel}s.
 *
 * <ul>
 *   <li>{@code model.json}: the members with their weights, the number of folds, and the names of the units held out;
 *   <li>{@code held-out.safetensors}: what each member said of units it had not seen and what came, which is all that the
 *       calibration is made of; no reading of any unit is kept; and what each model says of a run that no unit had;
 *   <li>{@code fold-1/member-1} and so on: each model, as its own format writes it.
 * </ul>
 */
public final class CrossFittedFormat implements LifeFormat {
    private static final String HELD_OUT = "held-out.safetensors";
    private static final String NAMED = "modesNamed";
    private static final int VERSION = 2; // 1 did not keep what each model says
    private static final int MOST_MODELS = 1000; // of all folds; a file that says more is not one of ours
    private static final double ROUNDING = 1e-9; // of weights that sum to 1

    private final LifeFormats members;

    /** @param members the formats of what may be a member */
    public CrossFittedFormat(LifeFormats members) {
        this.members = members;
    }

    @Override
    public String kind() {
        return CrossFittedModel.KIND;
    }

    @Override
    public void save(RemainingLifeModel saved, Path folder) throws IOException {
        if (!(saved instanceof CrossFittedModel model)) {
            throw new IllegalArgumentException(
                    "a model of kind " + saved.kind() + " cannot be kept here: expected " + kind());
        }
        for (int fold = 0; fold < model.models().size(); fold++) {
            List<RemainingLifeModel> ofFold = model.models().get(fold);
            for (int m = 0; m < ofFold.size(); m++) {
                members.save(ofFold.get(m), Files.createDirectories(folder.resolve(member(fold, m))));
            }
        }
        HeldOutTensors heldOut = HeldOutTensors.of(model);
        new SafeTensors(heldOut.tensors()).write(folder.resolve(HELD_OUT));
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        LifeHead.write(model, VERSION, root);
        root.put("folds", model.models().size());
        ArrayNode described = root.putArray("members");
        for (int m = 0; m < model.weights().size(); m++) {
            described
                    .addObject()
                    .put("kind", model.members().get(m))
                    .put("weight", model.weights().get(m))
                    .put("modeWeight", model.modeWeights().get(m));
        }
        model.modeAccuracy()
                .ifPresent(named ->
                        root.putObject(NAMED).put("share", named.share()).put("commonest", named.ofCommonest()));
        heldOut.units().forEach(root.putArray("units")::add);
        JsonFields.write(root, folder.resolve(MODEL));
    }

    /** Returns the name of a member's folder, within that of the model. */
    private static String member(int fold, int member) {
        return "fold-" + (fold + 1) + "/member-" + (member + 1);
    }

    @Override
    public CrossFittedModel load(Path folder) throws IOException {
        JsonFields root = JsonFields.read(folder.resolve(MODEL));
        LifeHead head = LifeHead.read(root, kind(), VERSION);
        List<JsonFields> described = root.objects("members");
        int folds = root.integer("folds");
        if (folds < 1 || described.isEmpty() || (long) folds * described.size() > MOST_MODELS) {
            throw root.malformed(folds + " folds of " + described.size()
                    + " members: expected at least one of each, and " + MOST_MODELS + " models at most");
        }
        double[] weights = weights(root, described, "weight", 1);
        double[] modeWeights = weights(root, described, "modeWeight", 0);
        List<List<RemainingLifeModel>> models = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            List<RemainingLifeModel> ofFold = new ArrayList<>();
            for (int m = 0; m < weights.length; m++) {
                String name = member(fold, m);
                RemainingLifeModel member = members.load(folder.resolve(name));
                requireFits(member, described.get(m).text("kind"), head, root, name);
                ofFold.add(member);
            }
            models.add(ofFold);
        }
        SafeTensors heldOut = SafeTensors.read(folder.resolve(HELD_OUT));
        try {
            List<Unseen> unseen = HeldOutTensors.read(heldOut, root.texts("units"), weights.length, head.question());
            CrossFittedModel model =
                    new CrossFittedModel(models, weights, modeWeights, named(root), unseen, head.provenance());
            HeldOutTensors.requireSame(model, heldOut);
            return model;
        } catch (IllegalArgumentException invalid) {
            throw root.malformed("does not fit " + HELD_OUT + ": " + invalid.getMessage());
        }
    }

    /**
     * Reads a model by the format of its kind, and returns it if it was calibrated on units held out.
     *
     * @throws IOException as {@link LifeFormats#load}, and if the folder holds a model of another kind
     */
    public static CrossFittedModel calibrated(LifeFormats formats, Path folder) throws IOException {
        RemainingLifeModel model = formats.load(folder);
        if (!(model instanceof CrossFittedModel calibrated)) {
            throw new MalformedFileException(
                    folder.resolve(MODEL),
                    "holds a model of kind " + model.kind() + ", whose promises nobody has measured: expected one that"
                            + " 'life train' made");
        }
        return calibrated;
    }

    private static Optional<ModeAccuracy> named(JsonFields root) throws IOException {
        if (!root.has(NAMED)) {
            return Optional.empty();
        }
        JsonFields named = root.object(NAMED);
        return Optional.of(new ModeAccuracy(named.number("share"), named.number("commonest")));
    }

    /** @param orElse a sum that may be instead of 1 */
    private static double[] weights(JsonFields root, List<JsonFields> described, String field, double orElse)
            throws IOException {
        double[] weights = new double[described.size()];
        double sum = 0;
        for (int m = 0; m < weights.length; m++) {
            weights[m] = described.get(m).number(field);
            sum += weights[m];
            if (!(weights[m] >= 0)) {
                throw described.get(m).malformed(field + " " + weights[m] + ": expected a number from 0");
            }
        }
        if (Math.abs(sum - 1) > ROUNDING && sum != orElse) {
            throw root.malformed("the members' " + field + "s sum to " + sum + ": expected 1");
        }
        return weights;
    }

    private static void requireFits(
            RemainingLifeModel member, String kind, LifeHead head, JsonFields root, String folder) throws IOException {
        if (!member.kind().equals(kind)
                || !member.schema().equals(head.schema())
                || !member.question().equals(head.question())) {
            throw root.malformed("has in " + folder + " a member of kind " + member.kind() + " that answers "
                    + member.question() + " for " + member.schema() + ": expected " + kind + ", " + head.question()
                    + ", " + head.schema());
        }
    }
}
