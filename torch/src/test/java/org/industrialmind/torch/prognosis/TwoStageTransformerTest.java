package org.industrialmind.torch.prognosis;

class TwoStageTransformerTest extends SequenceModelContract {
    @Override
    SequenceArchitecture architecture() {
        return SequenceArchitecture.TWO_STAGE_TRANSFORMER;
    }
}
