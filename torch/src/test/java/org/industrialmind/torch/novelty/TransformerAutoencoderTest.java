package org.industrialmind.torch.novelty;

import org.industrialmind.learning.novelty.NoveltyMethod;

class TransformerAutoencoderTest extends DeepContract {
    @Override
    NoveltyMethod method() {
        return new DeepNovelty(WindowNetwork.TRANSFORMER_AUTOENCODER, QUICK);
    }
}
