package org.industrialmind.torch.nn;

import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Conv1dOptions;
import org.bytedeco.pytorch.ConvTranspose1dOptions;

/**
 * The one place where libtorch's option objects are filled in.
 *
 * <p>Their Java form invites two silent mistakes: {@code new LongVector(64)} is 64 zeros rather than one 64, and
 * {@code stride().put(2, 2)} writes past the end rather than setting both strides. Here each value is assigned as a whole,
 * and the test of this class asserts the shapes that come out.
 */
final class Shapes {
    private Shapes() {}

    static Conv1dOptions options(LayerSpec.Conv1d layer) {
        Conv1dOptions options = new Conv1dOptions(layer.inputs(), layer.outputs(), one(layer.kernel()));
        options.stride().put(one(layer.stride()));
        options.padding().put(one(layer.padding()));
        return options;
    }

    static ConvTranspose1dOptions options(LayerSpec.ConvTranspose1d layer) {
        ConvTranspose1dOptions options =
                new ConvTranspose1dOptions(layer.inputs(), layer.outputs(), one(layer.kernel()));
        options.stride().put(one(layer.stride()));
        options.padding().put(one(layer.padding()));
        options.output_padding().put(one(layer.extra()));
        return options;
    }

    private static LongPointer one(long value) {
        return new LongPointer(new long[] {value});
    }
}
