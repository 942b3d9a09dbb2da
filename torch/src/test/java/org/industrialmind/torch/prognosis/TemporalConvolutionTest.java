package org.industrialmind.torch.prognosis;

class TemporalConvolutionTest extends SequenceModelContract {
    @Override
    SequenceArchitecture architecture() {
        return SequenceArchitecture.TEMPORAL_CONVOLUTION;
    }
}
