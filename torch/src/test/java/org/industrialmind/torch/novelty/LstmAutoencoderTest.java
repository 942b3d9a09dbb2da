package org.industrialmind.torch.novelty;

import org.industrialmind.learning.novelty.NoveltyMethod;

class LstmAutoencoderTest extends DeepContract {
    @Override
    NoveltyMethod method() {
        return new DeepNovelty(WindowNetwork.LSTM_AUTOENCODER, new DeepSettings(8, 8, 5e-3, 400));
    }
}
