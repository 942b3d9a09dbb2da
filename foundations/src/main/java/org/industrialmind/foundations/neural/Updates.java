package org.industrialmind.foundations.neural;

import java.util.List;
import org.industrialmind.foundations.autograd.Tensor;
import org.industrialmind.foundations.optimize.UpdateRule;

/** An update rule at work on the parameters of a model. */
final class Updates {
    private record Follower(Tensor parameter, UpdateRule.Run run) {}

    private final List<Follower> followers;
    private final double limit;

    /** @param limit the longest gradient that is followed as it is; a longer one is shortened to it */
    Updates(List<Tensor> parameters, UpdateRule rule, double limit) {
        this.limit = limit;
        followers = parameters.stream()
                .map(parameter ->
                        new Follower(parameter, rule.start(parameter.shape().size())))
                .toList();
    }

    /** Follows the gradients collected since the last step, and clears them. */
    void step(double factor) {
        double shortening = Double.isFinite(limit) ? Math.min(1, limit / length()) : 1;
        for (Follower follower : followers) {
            follower.parameter.update((values, gradient) -> {
                if (shortening < 1) {
                    for (int i = 0; i < gradient.length; i++) {
                        gradient[i] *= shortening;
                    }
                }
                follower.run.step(values, gradient, factor);
            });
            follower.parameter.clearGradient();
        }
    }

    private double length() {
        double[] sum = {0};
        for (Follower follower : followers) {
            follower.parameter.update((values, gradient) -> {
                for (double slope : gradient) {
                    sum[0] += slope * slope;
                }
            });
        }
        return Math.sqrt(sum[0]);
    }
}
