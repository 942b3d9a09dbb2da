package org.industrialmind.torch.nn;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/** Losses at work on tensors of the caller's scope. */
final class LossValue {
    private static final long EACH = 0; // at::Reduction: every value by itself

    private LossValue() {}

    /**
     * Returns the loss of a batch as one number.
     *
     * @param output [batch, ...]
     * @param target [batch, targets]
     * @param weights [batch], or null where every example counts once
     * @param progress share of all steps of the fit that are made, which parts that warm up go by; 1 outside of it
     */
    static Tensor of(Loss loss, Tensor output, Tensor target, @Nullable Tensor weights, double progress) {
        Tensor rows = output.dim() == 2 ? output : output.flatten(1, -1);
        if (!(loss instanceof Loss.Parts parts)) {
            return mean(each(loss, rows, target), weights);
        }
        Tensor sum = null;
        long from = 0;
        long targetFrom = 0;
        for (Loss.Parts.Part part : parts.parts()) {
            int targets = part.loss().targets(part.outputs());
            Tensor value = of(
                    part.loss(),
                    rows.narrow(1, from, part.outputs()),
                    target.narrow(1, targetFrom, targets),
                    weights,
                    progress);
            Tensor weighted = value.mul(new Scalar(part.weight(progress)));
            sum = sum == null ? weighted : sum.add(weighted);
            from += part.outputs();
            targetFrom += targets;
        }
        return sum == null ? torch.zeros(1) : sum;
    }

    private static Tensor mean(Tensor each, @Nullable Tensor weights) { // each: [batch, values]
        return weights == null ? each.mean() : each.mean(1).mul(weights).sum().div(weights.sum());
    }

    private static Tensor each(Loss loss, Tensor output, Tensor target) {
        return switch (loss) {
            case Loss.MeanSquared() -> torch.mse_loss(output, target, EACH);
            case Loss.Huber(double delta) -> torch.huber_loss(output, target, EACH, delta);
            case Loss.Pinball pinball -> pinball(pinball, output, target);
            case Loss.CrossEntropy() -> {
                Tensor classes = target.select(1, 0).to(ScalarType.Long);
                yield torch.cross_entropy_loss(
                                output, classes, new TensorOptional(), EACH, Loss.CrossEntropy.NO_CLASS, 0)
                        .unsqueeze(1);
            }
            case Loss.GaussianLikelihood(double least) -> {
                TensorVector halves = torch.chunk(output, 2, 1);
                Tensor logVariance = halves.get(1).clamp_min(new Scalar(least));
                Tensor squared = target.sub(halves.get(0)).square();
                yield squared.mul(torch.exp(logVariance.neg())).add(logVariance).mul(new Scalar(0.5));
            }
            case Loss.Divergence() -> {
                TensorVector halves = torch.chunk(output, 2, 1);
                Tensor mean = halves.get(0);
                Tensor logVariance = halves.get(1);
                // (mean^2 + variance - 1 - log variance) / 2
                yield mean.square()
                        .add(torch.expm1(logVariance))
                        .sub(logVariance)
                        .mul(new Scalar(0.5));
            }
            case Loss.Parts ignored -> throw new IllegalStateException("parts are summed, not judged value by value");
        };
    }

    private static Tensor pinball(Loss.Pinball pinball, Tensor output, Tensor target) {
        int count = pinball.quantiles().size();
        double[] quantiles = pinball.quantiles().stream().mapToDouble(q -> q).toArray();
        Tensor q = Tensor.create(quantiles, count).to(output);
        Tensor above = target.unsqueeze(-1).sub(output.view(output.size(0), -1, count)); // [batch, target, quantile]
        return torch.maximum(above.mul(q), above.mul(q.sub(new Scalar(1.0)))).flatten(1, -1);
    }
}
