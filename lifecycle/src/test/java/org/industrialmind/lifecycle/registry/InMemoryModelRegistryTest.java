package org.industrialmind.lifecycle.registry;

import java.io.IOException;
import java.nio.file.Path;

final class InMemoryModelRegistryTest extends ModelRegistryContract {
    @Override
    protected ModelRegistry emptyRegistry(Path artifacts) throws IOException {
        return new InMemoryModelRegistry(artifacts, () -> NOW);
    }
}
