package org.industrialmind.foundations.algebra;

/** The kernels of this process: of vector registers where the module that reaches them is loaded, else of plain loops. */
final class Kernels {
    private static final boolean VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    static final DoubleKernel DOUBLES = VECTORS ? new VectorDoubleKernel() : new PlainDoubleKernel();
    static final FloatKernel FLOATS = VECTORS ? new VectorFloatKernel() : new PlainFloatKernel();

    private Kernels() {}
}
