package org.industrialmind.foundations.autograd;

/**
 * Which values of two tensors meet when their shapes are combined: aligned at the innermost axis, an axis of length 1 is
 * repeated by a step of 0. Neighbouring axes along which both sides step evenly are merged, so that equal shapes become a
 * single run.
 */
final class Broadcast {
    /** A run along which both sides step evenly; the output steps by 1. */
    @FunctionalInterface
    interface Run {
        void visit(int at, int left, int leftStep, int right, int rightStep, int count);
    }

    private final Shape shape;
    private final int[] lengths; // of the merged axes
    private final int[] leftSteps;
    private final int[] rightSteps;
    private int axes;

    private Broadcast(Shape shape) {
        this.shape = shape;
        lengths = new int[shape.rank() + 1];
        leftSteps = new int[shape.rank() + 1];
        rightSteps = new int[shape.rank() + 1];
    }

    static Broadcast of(Shape left, Shape right) {
        int rank = Math.max(left.rank(), right.rank());
        int[] combined = new int[rank];
        for (int i = 0; i < rank; i++) {
            int l = lengthAt(left, i - rank);
            int r = lengthAt(right, i - rank);
            if (l != r && l != 1 && r != 1) {
                throw new IllegalArgumentException("the shapes " + left + " and " + right + " do not combine: axis "
                        + (i - rank) + " is " + l + " and " + r + ", expected the same or 1");
            }
            combined[i] = Math.max(l, r);
        }
        Broadcast broadcast = new Broadcast(Shape.of(combined));
        int[] leftSteps = left.steps();
        int[] rightSteps = right.steps();
        for (int i = 0; i < rank; i++) {
            broadcast.addAxis(combined[i], step(left, leftSteps, i - rank), step(right, rightSteps, i - rank));
        }
        return broadcast;
    }

    private static int lengthAt(Shape shape, int fromEnd) {
        return shape.rank() + fromEnd < 0 ? 1 : shape.length(fromEnd);
    }

    private static int step(Shape shape, int[] steps, int fromEnd) {
        return lengthAt(shape, fromEnd) == 1 ? 0 : steps[shape.rank() + fromEnd];
    }

    /** Adds an axis further in. */
    private void addAxis(int length, int leftStep, int rightStep) {
        if (length == 1) {
            return;
        }
        int last = axes - 1;
        if (last >= 0 && leftSteps[last] == length * leftStep && rightSteps[last] == length * rightStep) {
            lengths[last] *= length;
            leftSteps[last] = leftStep;
            rightSteps[last] = rightStep;
            return;
        }
        lengths[axes] = length;
        leftSteps[axes] = leftStep;
        rightSteps[axes] = rightStep;
        axes++;
    }

    Shape shape() {
        return shape;
    }

    void forEach(Run run) {
        if (axes == 0) {
            run.visit(0, 0, 0, 0, 0, 1);
            return;
        }
        walk(run, 0, 0, 0, 0);
    }

    private int walk(Run run, int axis, int at, int left, int right) {
        int count = lengths[axis];
        if (axis == axes - 1) {
            run.visit(at, left, leftSteps[axis], right, rightSteps[axis], count);
            return at + count;
        }
        int next = at;
        for (int i = 0; i < count; i++) {
            next = walk(run, axis + 1, next, left + i * leftSteps[axis], right + i * rightSteps[axis]);
        }
        return next;
    }
}
