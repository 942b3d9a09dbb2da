package org.industrialmind.learning.novelty;

class DynamicPcaTest extends NoveltyContract {
    @Override
    protected NoveltyMethod method() {
        return DynamicPca.defaults();
    }
}
