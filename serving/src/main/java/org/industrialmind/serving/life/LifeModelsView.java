package org.industrialmind.serving.life;

import java.util.List;

/**
 * All kept models.
 *
 * @param unreadable names of folders that hold something else than a model that can be believed, or bear a name by which
 *     none can be asked for; the log says why
 */
public record LifeModelsView(List<LifeModelView> models, List<String> unreadable) {
    public LifeModelsView {
        models = List.copyOf(models);
        unreadable = List.copyOf(unreadable);
    }
}
