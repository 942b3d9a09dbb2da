package org.industrialmind.torch.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * One learned tensor of a network: its name, its shape and how it begins.
 *
 * <p>Names are the positions of the layers on the way down and the name that PyTorch gives the tensor, as in {@code
 * 0.weight} or, inside a residual, {@code 3.1.in_proj_weight}; so the same safetensors file loads into a {@code Sequential}
 * elsewhere.
 *
 * @param decays whether weight decay pulls it towards zero: weights yes, biases, scales and positions no
 */
public record ParameterSpec(String name, List<Integer> shape, Initial initial, boolean decays) {
    /** Where the first values come from; libtorch's usual choices. */
    public sealed interface Initial {
        /** Uniform between -bound and bound. */
        record Uniform(double bound) implements Initial {}

        /** Normal around zero. */
        record Normal(double deviation) implements Initial {}

        record Constant(double value) implements Initial {}
    }

    private static final double POSITION_DEVIATION = 0.02; // small beside embedded values of about one

    public ParameterSpec {
        shape = List.copyOf(shape);
    }

    /** Returns the number of values. */
    public int size() {
        return NetworkSpec.size(shape);
    }

    /** Returns the parameters of layers in a row, in the order in which they are drawn. */
    static List<ParameterSpec> of(String path, List<LayerSpec> layers) {
        List<ParameterSpec> parameters = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            parameters.addAll(of(path + i + ".", layers.get(i)));
        }
        return List.copyOf(parameters);
    }

    private static List<ParameterSpec> of(String path, LayerSpec layer) {
        return switch (layer) {
            case LayerSpec.Dense(int inputs, int outputs) ->
                weightAndBias(path, outputs, inputs, List.of(outputs, inputs));
            case LayerSpec.Conv1d conv ->
                weightAndBias(
                        path,
                        conv.outputs(),
                        conv.inputs() * conv.kernel(),
                        List.of(conv.outputs(), conv.inputs(), conv.kernel()));
            case LayerSpec.CausalConv1d conv ->
                weightAndBias(
                        path,
                        conv.outputs(),
                        conv.inputs() * conv.kernel(),
                        List.of(conv.outputs(), conv.inputs(), conv.kernel()));
            case LayerSpec.ConvTranspose1d conv ->
                weightAndBias(
                        path,
                        conv.outputs(),
                        conv.outputs() * conv.kernel(), // libtorch counts the second dimension as what fans in
                        List.of(conv.inputs(), conv.outputs(), conv.kernel()));
            case LayerSpec.Lstm(int inputs, int hidden) -> lstm(path, inputs, hidden);
            case LayerSpec.Attention(int width, int heads) -> attention(path, width);
            case LayerSpec.LayerNorm(int width) ->
                List.of(
                        new ParameterSpec(path + "weight", List.of(width), new Initial.Constant(1), false),
                        new ParameterSpec(path + "bias", List.of(width), new Initial.Constant(0), false));
            case LayerSpec.LearnedPositions(List<Integer> shape) ->
                List.of(new ParameterSpec(path + "weight", shape, new Initial.Normal(POSITION_DEVIATION), false));
            case LayerSpec.Residual(List<LayerSpec> layers, List<LayerSpec> shortcut) -> {
                List<ParameterSpec> both = new ArrayList<>(of(path, layers));
                both.addAll(of(path + "shortcut.", shortcut));
                yield both;
            }
            case LayerSpec.Branches(List<List<LayerSpec>> branches) -> {
                List<ParameterSpec> all = new ArrayList<>();
                for (int i = 0; i < branches.size(); i++) {
                    all.addAll(of(path + i + ".", branches.get(i)));
                }
                yield all;
            }
            case LayerSpec.Dropout ignored -> List.of();
            case LayerSpec.Activation ignored -> List.of();
            case LayerSpec.TakeLast ignored -> List.of();
            case LayerSpec.MeanOverTime ignored -> List.of();
            case LayerSpec.Transpose ignored -> List.of();
            case LayerSpec.Patches ignored -> List.of();
            case LayerSpec.SinusoidalPositions ignored -> List.of();
            case LayerSpec.GaussianSample ignored -> List.of();
            case LayerSpec.Flatten ignored -> List.of();
            case LayerSpec.Unflatten ignored -> List.of();
        };
    }

    /** Both uniform within 1 / sqrt(fan in): He's bound for leaky units of slope sqrt(5), libtorch's default. */
    private static List<ParameterSpec> weightAndBias(String path, int outputs, int fanIn, List<Integer> weight) {
        Initial initial = new Initial.Uniform(1 / Math.sqrt(fanIn));
        return List.of(
                new ParameterSpec(path + "weight", weight, initial, true),
                new ParameterSpec(path + "bias", List.of(outputs), initial, false));
    }

    private static List<ParameterSpec> lstm(String path, int inputs, int hidden) {
        Initial initial = new Initial.Uniform(1 / Math.sqrt(hidden));
        int gates = 4 * hidden;
        return List.of(
                new ParameterSpec(path + "weight_ih_l0", List.of(gates, inputs), initial, true),
                new ParameterSpec(path + "weight_hh_l0", List.of(gates, hidden), initial, true),
                new ParameterSpec(path + "bias_ih_l0", List.of(gates), initial, false),
                new ParameterSpec(path + "bias_hh_l0", List.of(gates), initial, false));
    }

    private static List<ParameterSpec> attention(String path, int width) {
        Initial glorot = new Initial.Uniform(Math.sqrt(6.0 / (4 * width))); // three projections drawn as one
        Initial output = new Initial.Uniform(1 / Math.sqrt(width));
        Initial zero = new Initial.Constant(0);
        return List.of(
                new ParameterSpec(path + "in_proj_weight", List.of(3 * width, width), glorot, true),
                new ParameterSpec(path + "in_proj_bias", List.of(3 * width), zero, false),
                new ParameterSpec(path + "out_proj.weight", List.of(width, width), output, true),
                new ParameterSpec(path + "out_proj.bias", List.of(width), zero, false));
    }
}
