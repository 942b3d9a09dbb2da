package org.industrialmind.foundations.autograd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The steps that led to a tensor, each after the steps it was made from (a topological order of the graph).
 *
 * <p>Walked from the end, every step has collected the gradient from all of its uses before it passes it on, so that each
 * is visited once: the gradient with respect to all inputs costs about twice the forward computation, however many inputs
 * there are. That is the whole point of the reverse mode.
 */
final class Tape {
    private final List<Tensor> steps = new ArrayList<>();

    private Tape() {}

    /** Collects the steps below a tensor; only those that something which learns depends on. */
    static Tape endingAt(Tensor end) {
        Tape tape = new Tape();
        Set<Tensor> seen = new HashSet<>();
        Deque<Visit> path = new ArrayDeque<>(); // of our own: a long recurrence would overflow the call stack
        seen.add(end);
        path.push(new Visit(end));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.next == visit.inputs.size()) {
                tape.steps.add(path.pop().tensor);
                continue;
            }
            Tensor input = visit.inputs.get(visit.next++);
            if (input.learns() && seen.add(input)) {
                path.push(new Visit(input));
            }
        }
        return tape;
    }

    private static final class Visit {
        final Tensor tensor;
        final List<Tensor> inputs;
        int next;

        Visit(Tensor tensor) {
            this.tensor = tensor;
            this.inputs = tensor.inputs();
        }
    }

    void walkBack() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            steps.get(i).passBack();
        }
    }
}
