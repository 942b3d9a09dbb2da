package org.industrialmind.torch.novelty;

import org.industrialmind.learning.novelty.NoveltyMethod;

class PatchEmbeddingTest extends DeepContract {
    @Override
    NoveltyMethod method() {
        return new PatchEmbedding(256, QUICK);
    }
}
