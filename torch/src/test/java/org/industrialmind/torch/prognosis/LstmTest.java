package org.industrialmind.torch.prognosis;

class LstmTest extends SequenceModelContract {
    @Override
    SequenceArchitecture architecture() {
        return SequenceArchitecture.LSTM;
    }
}
