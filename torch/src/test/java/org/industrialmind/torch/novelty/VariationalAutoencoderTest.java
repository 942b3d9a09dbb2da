package org.industrialmind.torch.novelty;

import org.industrialmind.learning.novelty.NoveltyMethod;

class VariationalAutoencoderTest extends DeepContract {
    @Override
    NoveltyMethod method() {
        return new DeepNovelty(WindowNetwork.VARIATIONAL_AUTOENCODER, QUICK);
    }
}
