package org.industrialmind.foundations.optimize;

/**
 * Gradient descent, with momentum or without: {@code v <- momentum v + g}, {@code x <- x - rate v}.
 *
 * <p>In a long narrow valley the plain gradient zigzags between the walls; the velocity v adds up what successive
 * gradients agree on and cancels the rest. Nesterov's variant looks ahead: it steps by {@code g + momentum v}, the slope as
 * it will be felt after the velocity has moved on, and so brakes earlier.
 *
 * <ol>
 *   <li>Polyak 1964, Some methods of speeding up the convergence of iteration methods.
 *   <li>Sutskever, Martens, Dahl and Hinton 2013, On the importance of initialization and momentum in deep learning, ICML;
 *       the form without a shifted evaluation is the one of PyTorch's SGD.
 * </ol>
 *
 * @param rate how far one unit of slope moves a parameter
 * @param momentum the share of the velocity that lives on, in [0, 1)
 */
public record GradientDescent(double rate, double momentum, boolean nesterov) implements UpdateRule {
    public GradientDescent {
        Settings.requirePositive("rate", rate);
        Settings.requireShare("momentum", momentum);
        if (nesterov && momentum == 0) {
            throw new IllegalArgumentException("nesterov looks ahead along a velocity: expected a momentum above 0");
        }
    }

    public static GradientDescent plain(double rate) {
        return new GradientDescent(rate, 0, false);
    }

    public static GradientDescent withMomentum(double rate, double momentum) {
        return new GradientDescent(rate, momentum, false);
    }

    public static GradientDescent nesterov(double rate, double momentum) {
        return new GradientDescent(rate, momentum, true);
    }

    @Override
    public Run start(int parameters) {
        double[] velocity = new double[parameters];
        return (x, g, factor) -> {
            for (int i = 0; i < x.length; i++) {
                velocity[i] = momentum * velocity[i] + g[i];
                double along = nesterov ? g[i] + momentum * velocity[i] : velocity[i];
                x[i] -= rate * factor * along;
            }
        };
    }
}
