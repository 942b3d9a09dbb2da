package org.industrialmind.torch.novelty;

import org.industrialmind.learning.novelty.NoveltyMethod;

class LstmForecastTest extends DeepContract {
    @Override
    NoveltyMethod method() {
        return new DeepNovelty(WindowNetwork.LSTM_FORECAST, new DeepSettings(16, 16, 1e-2, 800));
    }
}
