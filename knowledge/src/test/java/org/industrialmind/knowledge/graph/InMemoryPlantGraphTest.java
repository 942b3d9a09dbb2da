package org.industrialmind.knowledge.graph;

final class InMemoryPlantGraphTest extends PlantGraphContract {
    @Override
    protected PlantGraph emptyGraph() {
        return new InMemoryPlantGraph();
    }
}
