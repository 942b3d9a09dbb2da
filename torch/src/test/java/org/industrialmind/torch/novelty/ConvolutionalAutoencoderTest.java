package org.industrialmind.torch.novelty;

import org.industrialmind.learning.novelty.NoveltyMethod;

class ConvolutionalAutoencoderTest extends DeepContract {
    @Override
    NoveltyMethod method() {
        return new DeepNovelty(WindowNetwork.CONVOLUTIONAL_AUTOENCODER, DeepSettings.defaults());
    }
}
