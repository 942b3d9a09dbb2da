package org.industrialmind.torch.novelty;

import org.industrialmind.learning.novelty.NoveltyMethod;

class DenseAutoencoderTest extends DeepContract {
    @Override
    NoveltyMethod method() {
        return new DeepNovelty(WindowNetwork.DENSE_AUTOENCODER, QUICK);
    }
}
