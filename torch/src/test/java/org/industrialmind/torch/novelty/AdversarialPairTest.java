package org.industrialmind.torch.novelty;

import org.industrialmind.learning.novelty.NoveltyMethod;

class AdversarialPairTest extends DeepContract {
    @Override
    NoveltyMethod method() {
        return new AdversarialPair(QUICK);
    }
}
