package org.industrialmind.torch.nn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** A layer come to life: what it does to a tensor [batch, ...] of the caller's scope. */
@FunctionalInterface
interface Layer {
    /** @param fitting whether layers that differ between fitting and use, such as dropout, are fitted */
    Tensor forward(Tensor input, boolean fitting);

    /** Makes the layer whose parameters lie under that path. */
    static Layer of(LayerSpec spec, String path, Parameters parameters) {
        return switch (spec) {
            case LayerSpec.Dense ignored -> {
                Tensor weight = parameters.get(path + "weight");
                Tensor bias = parameters.get(path + "bias");
                yield (x, fitting) -> torch.linear(x, weight, bias); // [batch, ..., in] -> [batch, ..., out]
            }
            case LayerSpec.Conv1d conv -> conv(conv, path, parameters);
            case LayerSpec.CausalConv1d conv -> causal(conv, path, parameters);
            case LayerSpec.ConvTranspose1d conv -> transposed(conv, path, parameters);
            case LayerSpec.Lstm(int inputs, int hidden) -> lstm(hidden, path, parameters);
            case LayerSpec.Attention(int width, int heads) -> attention(width, heads, path, parameters);
            case LayerSpec.LayerNorm(int width) -> {
                Tensor weight = parameters.get(path + "weight");
                Tensor bias = parameters.get(path + "bias");
                yield (x, fitting) -> torch.layer_norm(
                        x, new long[] {width}, some(weight), some(bias), LayerSpec.LayerNorm.EPSILON, false);
            }
            case LayerSpec.Dropout(double rate) -> (x, fitting) -> torch.dropout(x, rate, fitting);
            case LayerSpec.Activation(LayerSpec.Activation.Function function) ->
                switch (function) {
                    case RELU -> (x, fitting) -> torch.relu(x);
                    case TANH -> (x, fitting) -> torch.tanh(x);
                    case SIGMOID -> (x, fitting) -> torch.sigmoid(x);
                    case GELU -> (x, fitting) -> torch.gelu(x);
                    case SOFTPLUS -> (x, fitting) -> torch.softplus(x);
                };
            case LayerSpec.Residual(List<LayerSpec> layers, List<LayerSpec> shortcut) -> {
                Layer added = row(layers, path, parameters);
                Layer passing = row(shortcut, path + "shortcut.", parameters);
                yield (x, fitting) -> passing.forward(x, fitting).add(added.forward(x, fitting));
            }
            case LayerSpec.Branches(List<List<LayerSpec>> branches) -> branches(branches, path, parameters);
            case LayerSpec.TakeLast() -> (x, fitting) -> x.select(-2, -1); // [batch, ..., step, width] -> [..., width]
            case LayerSpec.MeanOverTime() -> (x, fitting) -> x.mean(-2);
            case LayerSpec.Transpose(int one, int other) -> (x, fitting) -> x.transpose(one + 1, other + 1);
            case LayerSpec.Patches(int length, int stride) ->
                (x, fitting) -> x.unfold(-1, length, stride); // [batch, ..., time] -> [batch, ..., patch, length]
            case LayerSpec.LearnedPositions ignored -> {
                Tensor positions = parameters.get(path + "weight");
                yield (x, fitting) -> x.add(positions);
            }
            case LayerSpec.SinusoidalPositions() -> (x, fitting) -> x.add(sinusoids(x));
            case LayerSpec.GaussianSample() -> Layer::sample;
            case LayerSpec.Flatten() -> (x, fitting) -> x.flatten(1, -1); // [batch, a, b] -> [batch, a * b]
            case LayerSpec.Unflatten(List<Integer> shape) -> {
                long[] sizes = sizes(shape);
                yield (x, fitting) -> x.reshape(sizes); // [batch, a * b] -> [batch, a, b]
            }
        };
    }

    /** Makes the layers one after the other; without layers the input passes. */
    static Layer row(List<LayerSpec> specs, String path, Parameters parameters) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            layers.add(of(specs.get(i), path + i + ".", parameters));
        }
        return (input, fitting) -> {
            Tensor value = input;
            for (Layer layer : layers) {
                value = layer.forward(value, fitting);
            }
            return value;
        };
    }

    private static Layer conv(LayerSpec.Conv1d conv, String path, Parameters parameters) {
        Tensor weight = parameters.get(path + "weight");
        Tensor bias = parameters.get(path + "bias");
        long[] stride = {conv.stride()};
        long[] padding = {conv.padding()};
        long[] dilation = {1};
        // [batch, in, time] -> [batch, out, fewer]
        return (x, fitting) -> torch.conv1d(x, weight, some(bias), stride, padding, dilation, 1);
    }

    private static Layer causal(LayerSpec.CausalConv1d conv, String path, Parameters parameters) {
        Tensor weight = parameters.get(path + "weight");
        Tensor bias = parameters.get(path + "bias");
        long[] before = {conv.reach(), 0};
        long[] stride = {1};
        long[] padding = {0};
        long[] dilation = {conv.dilation()};
        return (x, fitting) -> { // [batch, in, time] -> [batch, out, time]
            Tensor padded = torch.constant_pad_nd(x, before);
            return torch.conv1d(padded, weight, some(bias), stride, padding, dilation, 1);
        };
    }

    private static Layer transposed(LayerSpec.ConvTranspose1d conv, String path, Parameters parameters) {
        Tensor weight = parameters.get(path + "weight");
        Tensor bias = parameters.get(path + "bias");
        long[] stride = {conv.stride()};
        long[] padding = {conv.padding()};
        long[] extra = {conv.extra()};
        // [batch, in, time] -> [batch, out, more]
        return (x, fitting) -> torch.conv_transpose1d(x, weight, some(bias), stride, padding, extra, 1, 1);
    }

    private static Layer lstm(int hidden, String path, Parameters parameters) {
        List<Tensor> weights = List.of(
                parameters.get(path + "weight_ih_l0"),
                parameters.get(path + "weight_hh_l0"),
                parameters.get(path + "bias_ih_l0"),
                parameters.get(path + "bias_hh_l0"));
        return (x, fitting) -> { // [batch, time, in] -> [batch, time, hidden]
            Tensor begin = torch.zeros(new long[] {1, x.size(0), hidden}, x.options());
            return torch.lstm(
                            x,
                            new TensorVector(begin, begin),
                            new TensorVector(weights.toArray(Tensor[]::new)),
                            true,
                            1,
                            0,
                            fitting,
                            false,
                            true)
                    .get0();
        };
    }

    private static Layer attention(int width, int heads, String path, Parameters parameters) {
        Tensor inWeight = parameters.get(path + "in_proj_weight");
        Tensor inBias = parameters.get(path + "in_proj_bias");
        Tensor outWeight = parameters.get(path + "out_proj.weight");
        Tensor outBias = parameters.get(path + "out_proj.bias");
        int each = width / heads;
        return (x, fitting) -> {
            long[] shape = x.shape(); // [batch, ..., step, width]
            long steps = shape[shape.length - 2];
            Tensor projected = torch.linear(x, inWeight, inBias).view(-1, steps, 3, heads, each);
            TensorVector parts = projected.permute(2, 0, 3, 1, 4).unbind(0); // three of [batch ..., head, step, each]
            Tensor seen = torch.scaled_dot_product_attention(parts.get(0), parts.get(1), parts.get(2));
            return torch.linear(seen.transpose(1, 2).reshape(shape), outWeight, outBias);
        };
    }

    private static Layer branches(List<List<LayerSpec>> branches, String path, Parameters parameters) {
        List<Layer> rows = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            rows.add(row(branches.get(i), path + i + ".", parameters));
        }
        return (x, fitting) -> {
            Tensor[] outputs = new Tensor[rows.size()];
            for (int i = 0; i < outputs.length; i++) {
                outputs[i] = rows.get(i).forward(x, fitting);
            }
            return torch.cat(new TensorVector(outputs), -1);
        };
    }

    private static Tensor sinusoids(Tensor x) {
        int steps = (int) x.size(-2);
        int width = (int) x.size(-1);
        float[] values = LayerSpec.SinusoidalPositions.values(steps, width);
        return Tensor.create(values, steps, width).to(x.options(), false, false, new MemoryFormatOptional());
    }

    private static Tensor sample(Tensor x, boolean fitting) {
        TensorVector halves = torch.chunk(x, 2, -1);
        Tensor mean = halves.get(0);
        if (!fitting) {
            return mean;
        }
        Tensor deviation = torch.exp(halves.get(1).mul(new Scalar(0.5)));
        Tensor noise = torch.empty_like(mean).normal_(0, 1, new GeneratorOptional());
        return mean.add(deviation.mul(noise));
    }

    private static TensorOptional some(Tensor tensor) {
        return new TensorOptional(tensor);
    }

    private static long[] sizes(List<Integer> shape) {
        long[] sizes = new long[shape.size() + 1];
        sizes[0] = -1; // the batch, whatever it is
        for (int i = 0; i < shape.size(); i++) {
            sizes[i + 1] = shape.get(i);
        }
        return sizes;
    }
}
