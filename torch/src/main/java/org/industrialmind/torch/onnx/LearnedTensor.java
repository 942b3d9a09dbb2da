package org.industrialmind.torch.onnx;

import java.util.List;
import org.industrialmind.torch.nn.StateDict;

/**
 * A tensor of an ONNX graph that is learned: pieces of the network's parameters, end to end. Most are one parameter as it
 * is; the gates of an LSTM stand in another order there.
 */
record LearnedTensor(String name, List<Integer> shape, List<Piece> pieces) {
    /** A stretch of a parameter. */
    record Piece(String parameter, int from, int count) {}

    LearnedTensor {
        shape = List.copyOf(shape);
        pieces = List.copyOf(pieces);
    }

    int size() {
        return pieces.stream().mapToInt(Piece::count).sum();
    }

    /** @throws IllegalArgumentException if a parameter is missing or has another size */
    float[] of(StateDict state) {
        float[] values = new float[size()];
        int at = 0;
        for (Piece piece : pieces) {
            float[] parameter = state.get(piece.parameter()).floats();
            if (parameter.length < piece.from() + piece.count()) {
                throw new IllegalArgumentException("parameter " + piece.parameter() + " has " + parameter.length
                        + " values: the network expects " + (piece.from() + piece.count()) + " or more");
            }
            System.arraycopy(parameter, piece.from(), values, at, piece.count());
            at += piece.count();
        }
        return values;
    }
}
